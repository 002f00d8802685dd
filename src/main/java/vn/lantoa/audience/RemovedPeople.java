package vn.lantoa.audience;

import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Refusal;
import vn.lantoa.privacy.Erasure;
import vn.lantoa.privacy.ForgottenPeople;
import vn.lantoa.privacy.Perishable;

/// People who were taken off the lists: after some time nothing of them is left.
@Repository
class RemovedPeople implements Perishable {

  private static final Logger log = LoggerFactory.getLogger(RemovedPeople.class);

  /// So many are tried until one can be erased; of the others something is still on its way.
  private static final int LOOKED = 100;

  private final JdbcClient jdbc;
  private final ObjectProvider<Erasure> erasure;
  private final ForgottenPeople forgotten;
  private final TransactionTemplate nested;

  // Erasure asks all holders of data, and needs the lists.
  RemovedPeople(
      JdbcClient jdbc,
      ObjectProvider<Erasure> erasure,
      ForgottenPeople forgotten,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    nested = new TransactionTemplate(transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.erasure = erasure;
    this.forgotten = forgotten;
  }

  @Override
  public String kind() {
    return "removed-people";
  }

  @Override
  @Transactional(readOnly = true)
  public long due(Instant before) {
    return jdbc.sql(
            "select count(*) from recipient where removed_at < :before and merged_into is null")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /// One after the other: each locks the queue before the ledger.
  @Override
  public int part() {
    return 1;
  }

  @Override
  @Transactional
  public int purge(Instant before, int most) {
    return jdbc
            .sql(
                "select id from recipient where removed_at < :before and merged_into is null order by id limit :looked")
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("looked", LOOKED)
            .query((row, _) -> row.getLong(1))
            .list()
            .stream()
            .anyMatch(this::erase)
        ? 1
        : 0;
  }

  /// They did not ask for it, so the next list may bring them back.
  private boolean erase(long id) {
    try {
      nested.executeWithoutResult(_ -> erasure.getObject().erase(id));
      forgotten.lift(id);
      return true;
    } catch (Refusal open) {
      log.warn("recipient={} is kept for another day: {}", id, open.key());
      return false;
    }
  }
}

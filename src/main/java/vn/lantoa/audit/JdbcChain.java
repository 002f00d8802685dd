package vn.lantoa.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audit.ChainState.Fault;
import vn.lantoa.audit.ChainWalk.Broken;

@Repository
class JdbcChain implements Chain {

  /// Rows held at once, however long the chain is.
  private static final int FETCHED = 2_000;

  private static final String SEALS =
      """
      select s.place, s.hash, s.entry_id as sealed_entry,
        e.id, e.at, e.account_id, e.actor, e.action, e.subject, e.detail, e.address, e.request
      from audit_seal s left join audit_entry e on e.id = s.entry_id order by s.place
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate stream;
  private final TransactionTemplate glance;
  private final DailyFiles files;

  JdbcChain(
      JdbcClient jdbc,
      DataSource database,
      PlatformTransactionManager transactions,
      DailyFiles files) {
    this.jdbc = jdbc;
    this.files = files;
    stream = new JdbcTemplate(database);
    stream.setFetchSize(FETCHED);
    // All of it as it was at one moment, while others go on writing.
    glance = new TransactionTemplate(transactions);
    glance.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  @Override
  public ChainState check() {
    return Objects.requireNonNull(
        glance.execute(_ -> {
          var walk = walk();
          var broken = walk.broken() == null ? forgotten() : walk.broken();
          write(walk, broken);
          return last().orElseThrow();
        }));
  }

  private ChainWalk walk() {
    var walk = new ChainWalk(anchors());
    return Objects.requireNonNull(stream.query(SEALS, walk::through));
  }

  /// What the files of this node end with, and what earlier looks found. A chain of which somebody
  /// has cut off the end is whole in itself.
  private List<Anchor> anchors() {
    var anchors = new ArrayList<>(files.anchors());
    jdbc.sql("select entries, hash from audit_check where entries > 0 order by id desc limit 100")
        .query((row, _) -> new Anchor(row.getLong(1), row.getBytes(2), null))
        .list()
        .forEach(anchors::add);
    return anchors;
  }

  /// Written together with its place in the queue, so it has that or a seal, at any moment.
  private @Nullable Broken forgotten() {
    return jdbc.sql(
            """
            select e.id from audit_entry e
            where not exists (select from audit_seal s where s.entry_id = e.id)
              and not exists (select from audit_unsealed u where u.entry_id = e.id)
            order by e.id limit 1
            """)
        .query(Long.class)
        .optional()
        .map(id -> new Broken(Fault.FORGOTTEN, id, null))
        .orElse(null);
  }

  private void write(ChainWalk walk, @Nullable Broken broken) {
    var anchor = broken == null ? null : broken.anchor();
    jdbc.sql(
            """
            insert into audit_check (at, entries, hash, fault, entry_id, day)
            values (lantoa_now(), :entries, :hash, :fault, :entry, :day)
            """)
        .param("entries", walk.place())
        .param("hash", walk.last())
        .param("fault", broken == null ? null : broken.fault().name())
        .param("entry", broken == null ? null : broken.entryId())
        .param("day", anchor == null ? null : anchor.day())
        .update();
  }

  @Override
  public Optional<ChainState> last() {
    return jdbc.sql("select * from audit_check order by id desc limit 1")
        .query((row, _) -> state(row))
        .optional();
  }

  private static ChainState state(ResultSet row) throws SQLException {
    var fault = row.getString("fault");
    var day = row.getDate("day");
    return new ChainState(
        row.getTimestamp("at").toInstant(),
        row.getLong("entries"),
        fault == null ? null : Fault.valueOf(fault),
        row.getObject("entry_id", Long.class),
        day == null ? null : day.toLocalDate());
  }

  @Override
  public Optional<Instant> waitingSince() {
    return jdbc.sql("select since from audit_unsealed order by entry_id limit 1")
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .optional();
  }
}

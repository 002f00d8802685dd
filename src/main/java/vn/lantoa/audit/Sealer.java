package vn.lantoa.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Appends to the chain what was written since it last looked, one node at a time. An act waits for
/// nothing here: a lock held from its entry to its commit would line up all officers behind the
/// slowest of them. Until its seal comes, seconds later, an entry is kept by rights and triggers
/// alone.
@Component
class Sealer {

  /// One transaction's worth.
  private static final int MOST = 1_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Sealer(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(fixedDelayString = "${lantoa.audit.seal-every:5s}", initialDelayString = "5s")
  void run() {
    while (seal() == MOST) {
      // There is more.
    }
  }

  /// @return how many it sealed; 0 also while another node is at it
  int seal() {
    Integer sealed = transaction.execute(_ -> isMine() ? sealWaiting() : 0);
    return sealed == null ? 0 : sealed;
  }

  private boolean isMine() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit_seal'))")
        .query(Boolean.class)
        .single();
  }

  private int sealWaiting() {
    var waiting =
        jdbc.sql(
                """
                select e.id, e.at, e.account_id, e.actor, e.action, e.subject, e.detail, e.address, e.request
                from audit_unsealed u join audit_entry e on e.id = u.entry_id order by u.entry_id limit :most
                """)
            .param("most", MOST)
            .query((row, _) -> AuditEntry.of(row))
            .list();
    if (waiting.isEmpty()) {
      return 0;
    }
    var last =
        jdbc.sql("select place, hash from audit_seal order by place desc limit 1")
            .query((row, _) -> Link.of(row))
            .optional()
            .orElse(new Link(0, Seals.NONE));
    var hash = last.hash();
    var hashes = new ArrayList<String>(waiting.size());
    for (var entry : waiting) {
      hash = Seals.next(hash, entry);
      hashes.add(HexFormat.of().formatHex(hash));
    }
    append(last.place(), waiting, hashes);
    return waiting.size();
  }

  /// The moment of a seal never lies before that of the seal before it, whatever the clock does: a
  /// day's entries are a stretch of the chain.
  private void append(long place, List<AuditEntry> entries, List<String> hashes) {
    var ids = entries.stream().map(AuditEntry::id).toArray(Long[]::new);
    jdbc.sql(
            """
            insert into audit_seal (place, entry_id, sealed_at, hash)
            select :place + n, id, greatest(lantoa_now(), (select max(sealed_at) from audit_seal)), decode(hash, 'hex')
            from unnest(:ids::bigint[], :hashes::text[]) with ordinality sealed (id, hash, n)
            """)
        .param("place", place)
        .param("ids", ids)
        .param("hashes", hashes.toArray(String[]::new))
        .update();
    jdbc.sql("delete from audit_unsealed where entry_id = any(:ids)").param("ids", ids).update();
  }

  private record Link(long place, byte[] hash) {

    static Link of(ResultSet row) throws SQLException {
      return new Link(row.getLong("place"), row.getBytes("hash"));
    }
  }
}

package vn.lantoa.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the ledger's tally short. Every statement that writes deliveries adds rows to it; here
/// they are added up, so that reading a sum stays cheap.
@Repository
class Tally {

  /// Held while folding, so that two nodes do not fold at once.
  private static final long LOCK = 0x1a47_0a11L;

  private final JdbcClient jdbc;

  Tally(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  void fold() {
    jdbc.sql(
            """
            with turn as materialized (
              select pg_try_advisory_xact_lock(:lock) as mine
            ), long as (
              select run_id from tally, turn where mine group by run_id having count(*) > 100
            ), gone as (
              delete from tally where run_id in (select run_id from long) returning *
            )
            insert into tally
            select run_id, channel, status, sum(n) from gone
            group by run_id, channel, status having sum(n) <> 0
            """)
        .param("lock", LOCK)
        .update();
  }
}

package vn.lantoa.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the ledger's tally short. Every statement that writes deliveries adds rows to it; here
/// they are added up, so that reading a sum stays cheap.
@Repository
class Tally {

  /// Held while folding, so that two nodes do not fold at once.
  static final long LOCK = 0x1a47_0a11L;

  /// Rows of a run that are worth folding: more than are left of nine channels afterwards.
  private static final int LONG = 250;

  private static final int REASONS = 50;

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
              select run_id from tally, turn where mine group by run_id having count(*) > :long
            ), held as materialized (
              -- Nobody else deletes, nobody changes a row: its place is its name.
              select run_id, ctid as place from tally where run_id in (select run_id from long)
              order by run_id, ctid for update
            ), gone as (
              delete from tally t using held where t.ctid = held.place returning t.*
            ), summed as (
              select run_id, channel, status, reason, sum(n) as n,
                row_number() over (partition by run_id, reason is null order by sum(n) desc) as nth
              from gone group by run_id, channel, status, reason
            )
            insert into tally (run_id, channel, status, reason, n)
            select run_id, channel, status,
              -- Providers put numbers of their own into what they say: only the most frequent reasons stay apart.
              case when reason is null or nth <= :reasons then reason else '@other' end, sum(n)
            from summed group by 1, 2, 3, 4 having sum(n) <> 0
            """)
        .param("lock", LOCK)
        .param("long", LONG)
        .param("reasons", REASONS)
        .update();
  }
}

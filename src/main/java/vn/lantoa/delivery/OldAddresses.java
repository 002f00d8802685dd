package vn.lantoa.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.privacy.Perishable;
import vn.lantoa.privacy.PersonalData;

/// Whom old messages went to: after some time nobody needs to know, but how many there were. Runs
/// that are done are remembered, for the ledger is too long to be looked through every night.
@Repository
class OldAddresses implements Perishable {

  private final JdbcClient jdbc;

  OldAddresses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "delivery-addresses";
  }

  @Override
  @Transactional(readOnly = true)
  public long due(Instant before) {
    return jdbc.sql(
            """
            select count(*) from wave_run r join delivery d on d.run_id = r.id
            where r.fire_at < :before and r.status <> 'RUNNING' and not exists (select from nameless_run n where n.run_id = r.id)
              and d.target_kind in ('PERSON', 'NOTICE') and d.settled_at is not null and d.address <> :erased
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("erased", PersonalData.ERASED)
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional
  public int purge(Instant before, int most) {
    int done = 0;
    for (var run = next(before); run.isPresent() && done < most; run = next(before)) {
      int some = overwrite(run.get(), most - done);
      done += some;
      if (done < most) {
        jdbc.sql("insert into nameless_run (run_id) values (:run) on conflict do nothing")
            .param("run", run.get())
            .update();
      }
    }
    return done;
  }

  /// The oldest that is not done. One that has something open waits.
  private Optional<Long> next(Instant before) {
    return jdbc.sql(
            """
            select r.id from wave_run r
            where r.fire_at < :before and r.status <> 'RUNNING'
              and not exists (select from nameless_run n where n.run_id = r.id)
            order by r.fire_at, r.id limit 1
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query((row, _) -> row.getLong(1))
        .optional();
  }

  private int overwrite(long run, int most) {
    jdbc.sql(
            """
            update attempt a set reason = replace(a.reason, d.address, '…')
            from delivery d
            where d.run_id = :run and a.delivery_id = d.id and d.target_kind in ('PERSON', 'NOTICE')
              and strpos(a.reason, d.address) > 0
            """)
        .param("run", run)
        .update();
    return jdbc.sql(
            """
            with held as materialized (
              select id from delivery
              where run_id = :run and target_kind in ('PERSON', 'NOTICE') and settled_at is not null
                and address <> :erased
              order by id limit :most for update
            )
            update delivery d
            set recipient_name = :erased, address = :erased, reason = replace(d.reason, d.address, '…')
            from held where d.id = held.id
            """)
        .param("run", run)
        .param("erased", PersonalData.ERASED)
        .param("most", most)
        .update();
  }
}

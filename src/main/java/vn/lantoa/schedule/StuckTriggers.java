package vn.lantoa.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sets free what Quartz is known to leave behind: triggers that somebody acquired and nobody fires
/// (quartz-scheduler/quartz#1516). The sweep has fired the waves meanwhile; this only lets Quartz
/// tick again.
@Component
class StuckTriggers {

  private static final Logger log = LoggerFactory.getLogger(StuckTriggers.class);

  private final JdbcClient jdbc;

  StuckTriggers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Scheduled(fixedDelayString = "${lantoa.schedule.heal-every:1m}", initialDelayString = "30s")
  @Transactional
  public void heal() {
    int freed =
        jdbc.sql(
                """
                with held as materialized (
                  -- What Quartz has in its hands just now is not stuck.
                  select sched_name, trigger_name, trigger_group from qrtz_triggers t
                  where t.trigger_state in ('ACQUIRED', 'BLOCKED', 'ERROR')
                    and t.next_fire_time < extract(epoch from lantoa_now() - interval '2 min') * 1000
                    and not exists (select from qrtz_fired_triggers f
                                    where f.sched_name = t.sched_name and f.trigger_name = t.trigger_name
                                      and f.trigger_group = t.trigger_group and f.state = 'EXECUTING')
                  for update of t skip locked
                )
                update qrtz_triggers t set trigger_state = 'WAITING' from held
                where t.sched_name = held.sched_name and t.trigger_name = held.trigger_name
                  and t.trigger_group = held.trigger_group
                """)
            .update();
    if (freed > 0) {
      log.warn("{} triggers of Quartz were stuck and are free again", freed);
    }
  }
}

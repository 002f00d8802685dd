package vn.lantoa.watch;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.watch.Watch.Queue;

/// What is asked of the database: of the queue, of the triggers, of what is uncertain, and whether
/// it keeps its promises itself.
record DatabaseWatch(JdbcClient jdbc) {

  /// Due and untouched for longer than this, although nothing forbids it.
  private static final Duration IDLE = Duration.ofMinutes(2);

  List<Queue> queues() {
    return jdbc.sql(
            """
            with now_is as materialized (select lantoa_now() as at)
            select channel,
              count(*) filter (where state = 'PENDING' and not_before <= at) as due,
              count(*) filter (where state = 'PENDING' and not_before > at) as later,
              count(*) filter (where state = 'CLAIMED') as claimed,
              count(*) filter (where state = 'SENDING') as wire,
              min(not_before) filter (where state = 'PENDING' and not_before <= at) as oldest
            from queue, now_is group by channel order by channel
            """)
        .query((row, _) -> {
          var oldest = row.getTimestamp("oldest");
          return new Queue(
              new Channel(row.getString("channel")),
              row.getLong("due"),
              row.getLong("later"),
              row.getLong("claimed"),
              row.getLong("wire"),
              oldest == null ? null : oldest.toInstant());
        })
        .list();
  }

  List<Alarm> idle() {
    return jdbc.sql(
            """
            with open as materialized (
              select t.run_id, t.channel
              from campaign c join wave_run r on r.campaign_id = c.id join tally t on t.run_id = r.id
              where r.status = 'RUNNING' and c.status = 'RUNNING'
                and not exists (select from instance where held_since is not null)
              group by t.run_id, t.channel having sum(t.n) filter (where t.status = 'PENDING') > 0
            ), still as materialized (
              select run_id, channel from open
              where channel not in (select channel from channel_pause)
                and (run_id, channel) not in (select run_id, channel from queue where state <> 'PENDING')
            )
            select still.channel, min(q.not_before) as since
            from still cross join lateral (
              select not_before from queue
              where run_id = still.run_id and channel = still.channel and state = 'PENDING'
                and not_before < (select lantoa_now() - make_interval(secs => :idle))
              order by not_before, delivery_id limit 1
            ) q group by still.channel
            """)
        .param("idle", IDLE.toSeconds())
        .query((row, _) ->
            Alarm.bad(
                "due-idle",
                new Channel(row.getString("channel")),
                row.getTimestamp("since").toInstant()))
        .list();
  }

  List<Alarm> triggers() {
    long stuck =
        jdbc.sql(
                """
                select count(*) from qrtz_triggers
                where trigger_state = 'ERROR' or trigger_state in ('ACQUIRED', 'BLOCKED')
                  and next_fire_time < extract(epoch from lantoa_now() - interval '5 min') * 1000
                """)
            .query(Long.class)
            .single();
    return stuck > 0 ? List.of(Alarm.warn("triggers-stuck", stuck)) : List.of();
  }

  List<Alarm> uncertain() {
    long waiting =
        jdbc.sql(
                "select count(*) from uncertain where left_at is null and since < lantoa_now() - interval '10 min'")
            .query(Long.class)
            .single();
    return waiting > 0 ? List.of(Alarm.warn("uncertain", waiting)) : List.of();
  }

  /// What an acknowledged commit is worth.
  List<Alarm> durability() {
    return jdbc.sql(
            """
            select name from pg_settings
            where name in ('fsync', 'full_page_writes') and setting = 'off'
               or name = 'synchronous_commit' and setting = 'off'
            """)
        .query((row, _) -> Alarm.bad("not-durable", row.getString(1)))
        .list();
  }
}

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
            select q.channel, min(q.not_before) as since
            from wave_run r join campaign c on c.id = r.campaign_id
            cross join lateral (
              select channel, not_before from queue where run_id = r.id and state = 'PENDING'
                and not_before < lantoa_now() - make_interval(secs => :idle)
              order by not_before limit 100
            ) q
            where r.status = 'RUNNING' and c.status = 'RUNNING'
              and not exists (select from channel_pause p where p.channel = q.channel)
              and not exists (select from instance where held_since is not null)
              and not exists (select from queue w where w.run_id = r.id and w.channel = q.channel
                                and w.state <> 'PENDING')
            group by q.channel
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

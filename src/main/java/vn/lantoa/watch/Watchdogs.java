package vn.lantoa.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.cluster.Cluster;
import vn.lantoa.common.Channel;
import vn.lantoa.database.DataDirectory;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.delivery.ProviderAccounts;

/// Every alarm asks one question of the database or the machine. None is on the sending path.
@Component
class Watchdogs implements Watch {

  /// Due and untouched for longer than this, although nothing forbids it.
  private static final Duration IDLE = Duration.ofMinutes(2);

  private static final Duration SKEW = Duration.ofSeconds(2);
  private static final double LITTLE_DISK = 0.15;
  private static final double NO_DISK = 0.03;

  private final JdbcClient jdbc;
  private final Cluster cluster;
  private final ChannelPauses pauses;
  private final ProviderAccounts accounts;
  private final Movement movement;
  private final DataDirectory data;

  Watchdogs(
      JdbcClient jdbc,
      Cluster cluster,
      ChannelPauses pauses,
      ProviderAccounts accounts,
      Movement movement,
      DataDirectory data) {
    this.jdbc = jdbc;
    this.cluster = cluster;
    this.pauses = pauses;
    this.accounts = accounts;
    this.movement = movement;
    this.data = data;
  }

  @Override
  public List<Alarm> alarms() {
    var alarms = new ArrayList<Alarm>();
    cluster.hold().ifPresent(hold -> alarms.add(Alarm.bad("held")));
    nodes(alarms);
    channels(alarms);
    idle(alarms);
    movement.stalled().forEach(campaign -> alarms.add(Alarm.bad("stalled", campaign)));
    movement.silentSince().ifPresent(_ -> alarms.add(Alarm.warn("callbacks-silent")));
    triggers(alarms);
    uncertain(alarms);
    durability(alarms);
    disk(alarms);
    alarms.sort(Comparator.comparing(Alarm::severity));
    return List.copyOf(alarms);
  }

  @Override
  public List<Queue> queues() {
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

  private void nodes(List<Alarm> alarms) {
    for (var node : cluster.members()) {
      if (node.state() == Cluster.State.SILENT) {
        alarms.add(Alarm.warn("node-silent", node.host(), node.seenAt()));
      }
      if (node.state() == Cluster.State.RUNNING && node.skew().abs().compareTo(SKEW) > 0) {
        alarms.add(Alarm.warn("clock-skew", node.host(), node.skew().toMillis() / 1_000.0));
      }
    }
  }

  private void channels(List<Alarm> alarms) {
    for (var pause : pauses.all()) {
      alarms.add(Alarm.bad("channel-paused", pause.channel(), pause.reason()));
    }
    for (var account : accounts.all()) {
      switch (account.state()) {
        case PAUSED ->
            alarms.add(
                Alarm.bad("account-refuses", account.channel(), account.name(), account.reason()));
        case OPEN, HALF_OPEN ->
            alarms.add(
                Alarm.warn("account-fails", account.channel(), account.name(), account.reason()));
        case CLOSED -> {}
      }
    }
  }

  private void idle(List<Alarm> alarms) {
    jdbc.sql(
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
            alarms.add(
                Alarm.bad(
                    "due-idle",
                    new Channel(row.getString("channel")),
                    row.getTimestamp("since").toInstant())))
        .list();
  }

  private void triggers(List<Alarm> alarms) {
    long stuck =
        jdbc.sql(
                """
                select count(*) from qrtz_triggers
                where trigger_state = 'ERROR' or trigger_state in ('ACQUIRED', 'BLOCKED')
                  and next_fire_time < extract(epoch from lantoa_now() - interval '5 min') * 1000
                """)
            .query(Long.class)
            .single();
    if (stuck > 0) {
      alarms.add(Alarm.warn("triggers-stuck", stuck));
    }
  }

  private void uncertain(List<Alarm> alarms) {
    long waiting =
        jdbc.sql(
                "select count(*) from uncertain where left_at is null and since < lantoa_now() - interval '10 min'")
            .query(Long.class)
            .single();
    if (waiting > 0) {
      alarms.add(Alarm.warn("uncertain", waiting));
    }
  }

  /// What an acknowledged commit is worth.
  private void durability(List<Alarm> alarms) {
    var off =
        jdbc.sql(
                """
                select name from pg_settings
                where name in ('fsync', 'full_page_writes') and setting = 'off'
                   or name = 'synchronous_commit' and setting = 'off'
                """)
            .query(String.class)
            .list();
    off.forEach(setting -> alarms.add(Alarm.bad("not-durable", setting)));
  }

  private void disk(List<Alarm> alarms) {
    try {
      var store = Files.getFileStore(data.path());
      double free = (double) store.getUsableSpace() / Math.max(1, store.getTotalSpace());
      if (free < LITTLE_DISK) {
        var percent = Math.round(free * 100);
        alarms.add(free < NO_DISK ? Alarm.bad("disk", percent) : Alarm.warn("disk", percent));
      }
    } catch (IOException e) {
      alarms.add(Alarm.warn("disk-unknown", e.getClass().getSimpleName()));
    }
  }
}

package vn.lantoa.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.Days;
import vn.lantoa.cluster.Cluster;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DataDirectory;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.delivery.ProviderAccounts;
import vn.lantoa.delivery.UnitQuotas;
import vn.lantoa.privacy.RetentionRuns;
import vn.lantoa.privacy.SubjectRequests;

/// Every alarm asks one question of the database or the machine. None is on the sending path.
@Component
class Watchdogs implements Watch {

  private static final Duration SKEW = Duration.ofSeconds(2);
  private static final double LITTLE_DISK = 0.15;
  private static final double NO_DISK = 0.03;

  private final DatabaseWatch database;
  private final Cluster cluster;
  private final ChannelPauses pauses;
  private final ProviderAccounts accounts;
  private final Movement movement;
  private final Days days;
  private final AuditWatch audit;
  private final DataDirectory data;
  private final Waits waits;
  private final UnitQuotas quotas;
  private final SubjectRequests requests;
  private final RetentionRuns retention;
  private final DatabaseClock clock;

  Watchdogs(
      JdbcClient jdbc,
      Cluster cluster,
      ChannelPauses pauses,
      ProviderAccounts accounts,
      Movement movement,
      Days days,
      AuditWatch audit,
      DataDirectory data,
      Waits waits,
      UnitQuotas quotas,
      SubjectRequests requests,
      RetentionRuns retention,
      DatabaseClock clock) {
    this.requests = requests;
    this.retention = retention;
    this.clock = clock;
    this.database = new DatabaseWatch(jdbc);
    this.cluster = cluster;
    this.pauses = pauses;
    this.accounts = accounts;
    this.movement = movement;
    this.days = days;
    this.audit = audit;
    this.data = data;
    this.waits = waits;
    this.quotas = quotas;
  }

  @Override
  public List<Alarm> alarms() {
    var alarms = new ArrayList<Alarm>();
    cluster.hold().ifPresent(hold -> alarms.add(Alarm.bad("held").begun(hold.since())));
    nodes(alarms);
    channels(alarms);
    alarms.addAll(database.idle());
    movement.stalled().forEach(campaign -> alarms.add(Alarm.bad("stalled", campaign)));
    movement
        .silentSince()
        .ifPresent(since -> alarms.add(Alarm.warn("callbacks-silent").begun(since)));
    alarms.addAll(database.triggers());
    days(alarms);
    alarms.addAll(audit.alarms());
    alarms.addAll(database.uncertain());
    privacy(alarms);
    alarms.addAll(database.durability());
    quotas(alarms);
    disk(alarms);
    alarms.sort(Comparator.comparing(Alarm::severity));
    return List.copyOf(alarms);
  }

  @Override
  public List<Alarm> waits() {
    return List.copyOf(waits.all());
  }

  @Override
  public List<Queue> queues() {
    return database.queues();
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
      alarms.add(Alarm.bad("channel-paused", pause.channel(), pause.reason()).begun(pause.since()));
    }
    for (var account : accounts.all()) {
      switch (account.state()) {
        case PAUSED ->
            alarms.add(
                Alarm.bad("account-refuses", account.channel(), account.name(), account.reason())
                    .about(account.channel(), account.name()));
        case OPEN, HALF_OPEN ->
            alarms.add(
                Alarm.warn("account-fails", account.channel(), account.name(), account.reason())
                    .about(account.channel(), account.name()));
        case CLOSED -> {}
      }
    }
  }

  private void days(List<Alarm> alarms) {
    for (var failed : days.failed()) {
      var beginning = failed.day().atStartOfDay(failed.zone()).toInstant();
      alarms.add(Alarm.bad("day-failed", failed.zone().getId(), beginning, failed.why()));
    }
    for (var last : days.ahead()) {
      var beginning = last.day().atStartOfDay(last.zone()).toInstant();
      alarms.add(Alarm.warn("day-ahead", last.zone().getId(), beginning));
    }
  }

  private void quotas(List<Alarm> alarms) {
    for (var near : quotas.nearlyUsed()) {
      var quota = near.quota();
      var alarm =
          quota.left() == 0
              ? Alarm.warn("quota-used", near.unit(), quota.channel(), quota.used(), quota.perDay())
              : Alarm.warn(
                  "quota-near", near.unit(), quota.channel(), quota.used(), quota.perDay());
      alarms.add(alarm.about(near.unit(), quota.channel()));
    }
  }

  private void privacy(List<Alarm> alarms) {
    long overdue = requests.overdue();
    if (overdue > 0) {
      alarms.add(Alarm.warn("requests-overdue", overdue));
    }
    var today = LocalDate.ofInstant(clock.now(), Zones.VIETNAM);
    var late = retention.open().stream().filter(run -> run.day().isBefore(today)).toList();
    if (!late.isEmpty()) {
      alarms.add(Alarm.warn("retention-late", late.size()));
    }
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

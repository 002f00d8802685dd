package vn.lantoa.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.campaign.CampaignStopped;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.campaign.WaveRuns.Run;
import vn.lantoa.campaign.WaveRuns.Status;
import vn.lantoa.cluster.Cluster;
import vn.lantoa.common.Channels;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.schedule.WaveDue;

/// Turns a wave's moment into deliveries: one statement per channel, all of them and the run in one
/// transaction. Either the whole audience is in the ledger or the wave has not fired.
@Component
@Transactional
class WaveExpansion {

  private static final Logger log = LoggerFactory.getLogger(WaveExpansion.class);

  /// From here on the size of the queue matters to how it is read.
  private static final int MANY = 1_000;

  private final WaveRuns runs;
  private final JdbcClient jdbc;
  private final Channels channels;
  private final WaveTargets targets;
  private final DeliveryQueue queue;
  private final Cluster cluster;
  private final DatabaseClock clock;

  WaveExpansion(
      WaveRuns runs,
      JdbcClient jdbc,
      Channels channels,
      SendCalendar calendar,
      DeliveryQueue queue,
      Cluster cluster,
      DatabaseClock clock) {
    this.runs = runs;
    this.jdbc = jdbc;
    this.channels = channels;
    this.queue = queue;
    this.cluster = cluster;
    this.clock = clock;
    targets = new WaveTargets(jdbc, calendar, clock);
  }

  @EventListener
  void expand(WaveDue due) {
    if (cluster.hold().isPresent()) {
      // The sweep fires it when someone lets this copy go on, if it is not too late by then.
      return;
    }
    runs.begin(due.waveId(), due.fireAt(), clock.read())
        .filter(run -> run.status() == Status.RUNNING)
        .ifPresent(this::expand);
  }

  @EventListener
  void stopped(CampaignStopped campaign) {
    if (campaign.cancelled()) {
      queue.cancel();
    }
  }

  private void expand(Run run) {
    // For this transaction: so that the sort of a hundred thousand addresses stays in memory.
    jdbc.sql("set local work_mem = '64MB'").update();
    int planned = 0;
    for (var channel : run.wave().channels()) {
      planned += targets.insert(run, channel, channels.of(channel).target());
    }
    if (planned > MANY) {
      // The queue was small when PostgreSQL last looked. Until it looks again by itself, a minute
      // or so, it would read all of it for every claim.
      jdbc.sql("analyze queue").update();
    }
    log.info(
        "campaign={} wave={} run={} expanded into {} deliveries",
        run.campaignId(),
        run.wave().id(),
        run.id(),
        planned);
  }
}

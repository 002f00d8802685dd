package vn.lantoa.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.database.Retries;

/// Does by looking what a trigger does by firing. Triggers are known to get stuck; a wave is late
/// by half a minute then, not lost.
@Component
public class Sweep {

  private static final Logger log = LoggerFactory.getLogger(Sweep.class);

  private final WaveRuns runs;
  private final ApplicationEventPublisher events;
  private final DatabaseClock clock;
  private final Retries retries;

  Sweep(WaveRuns runs, ApplicationEventPublisher events, DatabaseClock clock, Retries retries) {
    this.runs = runs;
    this.events = events;
    this.clock = clock;
    this.retries = retries;
  }

  /// Says of every wave whose moment has passed that it is due.
  @Scheduled(
      fixedDelayString = "${lantoa.schedule.sweep-every:30s}",
      initialDelayString = "${lantoa.schedule.sweep-after:5s}")
  public void run() {
    for (var due : runs.due(clock.read())) {
      try {
        var moment = new WaveDue(due.waveId(), due.fireAt());
        retries.run("expansion", () -> events.publishEvent(moment));
      } catch (RuntimeException e) {
        log.error("wave={} could not be fired; tried again with the next sweep", due.waveId(), e);
      }
    }
  }
}

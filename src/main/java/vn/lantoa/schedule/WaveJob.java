package vn.lantoa.schedule;

import java.time.Instant;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.springframework.context.ApplicationEventPublisher;
import vn.lantoa.database.Retries;

/// Quartz's tick for one wave: says that its moment has come, nothing else.
@DisallowConcurrentExecution
class WaveJob implements Job {

  static final String WAVE = "wave";
  static final String FIRE_AT = "fireAt";

  private final ApplicationEventPublisher events;
  private final WaveTriggers triggers;
  private final Retries retries;

  WaveJob(ApplicationEventPublisher events, WaveTriggers triggers, Retries retries) {
    this.events = events;
    this.triggers = triggers;
    this.retries = retries;
  }

  @Override
  public void execute(JobExecutionContext context) {
    var data = context.getMergedJobDataMap();
    long wave = Long.parseLong(data.getString(WAVE));
    var due = new WaveDue(wave, Instant.parse(data.getString(FIRE_AT)));
    retries.run("expansion", () -> events.publishEvent(due));
    retries.run("rearm", () -> triggers.rearm(wave));
  }
}

package vn.lantoa.schedule;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.calendar.Days;

/// Keeps one Quartz trigger per zone, for the beginning of its next day. Like those of waves it
/// fires once and is armed anew; one that is lost costs half a minute.
@Component
@Transactional
class DayTriggers {

  private static final String GROUP = "days";

  /// A machine whose clock is a little ahead of the database's must not come too early.
  private static final Duration AFTER_MIDNIGHT = Duration.ofSeconds(5);

  private final Scheduler scheduler;
  private final Days days;

  DayTriggers(Scheduler scheduler, Days days) {
    this.scheduler = scheduler;
    this.days = days;
  }

  void arm(ZoneId zone) {
    var job =
        newJob(DayJob.class)
            .withIdentity(new JobKey(zone.getId(), GROUP))
            .usingJobData(DayJob.ZONE, zone.getId())
            .build();
    var trigger =
        newTrigger()
            .withIdentity(new TriggerKey(zone.getId(), GROUP))
            .forJob(job)
            .startAt(Date.from(days.nextBeginning(zone).plus(AFTER_MIDNIGHT)))
            .withSchedule(simpleSchedule().withMisfireHandlingInstructionFireNow())
            .build();
    try {
      scheduler.scheduleJob(job, Set.of(trigger), true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("zone=" + zone + " cannot be armed; the sweep looks", e);
    }
  }
}

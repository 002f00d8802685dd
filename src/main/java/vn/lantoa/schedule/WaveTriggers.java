package vn.lantoa.schedule;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.util.Date;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.campaign.CampaignApproved;
import vn.lantoa.campaign.CampaignStopped;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.campaign.WaveRuns.Due;

/// Keeps one Quartz trigger per wave that has a moment to come, stored in the transaction that gave
/// it the moment.
///
/// A trigger fires once; the next moment of a recurring wave is worked out by `java.time` and armed
/// anew. Quartz's own cron is not used: it skips or doubles moments where daylight saving time
/// changes.
@Component
@Transactional
class WaveTriggers {

  private static final String GROUP = "waves";

  private final Scheduler scheduler;
  private final WaveRuns runs;

  WaveTriggers(Scheduler scheduler, WaveRuns runs) {
    this.scheduler = scheduler;
    this.runs = runs;
  }

  @EventListener
  void approved(CampaignApproved campaign) throws SchedulerException {
    for (var due : runs.upcoming(campaign.campaignId())) {
      arm(due);
    }
  }

  @EventListener
  void stopped(CampaignStopped campaign) throws SchedulerException {
    for (var wave : runs.wavesOf(campaign.campaignId())) {
      // The job goes with its trigger. Asked to delete the job, Quartz fails when the trigger has
      // fired for the last time since it looked.
      scheduler.unscheduleJob(triggerKey(wave));
    }
  }

  /// Arms the next moment of a wave that has just fired; forgets the wave when there is none.
  void rearm(long wave) {
    runs.nextOf(wave).ifPresent(this::arm);
  }

  private void arm(Due due) {
    try {
      var job =
          newJob(WaveJob.class)
              .withIdentity(jobKey(due.waveId()))
              .usingJobData(WaveJob.WAVE, String.valueOf(due.waveId()))
              .requestRecovery()
              .build();
      var trigger =
          newTrigger()
              .withIdentity(triggerKey(due.waveId()))
              .forJob(job)
              .startAt(Date.from(due.fireAt()))
              .usingJobData(WaveJob.FIRE_AT, due.fireAt().toString())
              // Whether it is too late is for the wave's catch-up window to say, not for Quartz.
              .withSchedule(simpleSchedule().withMisfireHandlingInstructionFireNow())
              .build();
      scheduler.scheduleJob(job, java.util.Set.of(trigger), true);
    } catch (SchedulerException e) {
      throw new IllegalStateException(
          "wave=" + due.waveId() + " cannot be armed; the sweep will fire it", e);
    }
  }

  private static TriggerKey triggerKey(long wave) {
    return new TriggerKey(String.valueOf(wave), GROUP);
  }

  private static JobKey jobKey(long wave) {
    return new JobKey(String.valueOf(wave), GROUP);
  }
}

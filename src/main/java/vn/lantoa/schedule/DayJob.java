package vn.lantoa.schedule;

import java.time.ZoneId;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/// Quartz's tick for the beginning of a day in one zone.
@DisallowConcurrentExecution
class DayJob implements Job {

  static final String ZONE = "zone";

  private final NewDays days;

  DayJob(NewDays days) {
    this.days = days;
  }

  @Override
  public void execute(JobExecutionContext context) {
    days.begin(ZoneId.of(context.getMergedJobDataMap().getString(ZONE)));
  }
}

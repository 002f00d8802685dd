package vn.lantoa.schedule;

import java.time.ZoneId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.Days;
import vn.lantoa.cluster.Cluster;

/// Begins the days that have come: Quartz ticks after each midnight, and looking does what a tick
/// does. In a restored copy no day begins until somebody says that it is the one to go on with; the
/// days that passed are made up then.
@Component
public class NewDays {

  /// Made up at one look, so that a look ends: more than a year.
  private static final int MOST = 400;

  private final Days days;
  private final DayTriggers triggers;
  private final Cluster cluster;

  NewDays(Days days, DayTriggers triggers, Cluster cluster) {
    this.days = days;
    this.triggers = triggers;
    this.cluster = cluster;
  }

  @Scheduled(
      fixedDelayString = "${lantoa.schedule.sweep-every:30s}",
      initialDelayString = "${lantoa.schedule.sweep-after:5s}")
  public void look() {
    days.zones().forEach(this::begin);
  }

  void begin(ZoneId zone) {
    int begun = 0;
    while (begun < MOST && cluster.hold().isEmpty() && days.beginNext(zone).isPresent()) {
      begun++;
    }
    if (begun > 0) {
      triggers.arm(zone);
    }
  }
}

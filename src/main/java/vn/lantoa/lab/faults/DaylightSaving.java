package vn.lantoa.lab.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;

/// R8-DST: waves at half past two in a zone where, on one night of spring, that time does not come,
/// and on one of autumn it comes twice. A node lives through both nights, by its own clock and the
/// database's. Each wave fires once.
final class DaylightSaving implements Trial {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate SPRING = LocalDate.of(2027, 3, 28);
  private static final LocalDate AUTUMN = LocalDate.of(2027, 10, 31);
  private static final String HALF_PAST_TWO = "0 30 2 * * *";

  /// At two the clocks jump to three; what was meant for half past two may come from then on.
  private static final Instant GAP = Instant.parse("2027-03-28T01:00:00Z");

  private static final Instant AFTER_THE_GAP = Instant.parse("2027-03-28T01:30:00Z");
  private static final Instant FIRST = Instant.parse("2027-10-31T00:30:00Z");
  private static final Instant SECOND = Instant.parse("2027-10-31T01:30:00Z");

  private static final int PEOPLE = 10;

  /// A node takes some seconds to start: the moment comes while it is up.
  private static final Duration AHEAD = Duration.ofSeconds(20);

  private static final Duration BEYOND = Duration.ofSeconds(10);

  @Override
  public String id() {
    return "R8-DST";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var spring = waves(bench, SPRING);
    live(bench, GAP);
    live(bench, AFTER_THE_GAP);
    var autumn = waves(bench, AUTUMN);
    // What comes every night has come to its end, for this trial.
    spring.forEach(bench.desk()::cancel);
    live(bench, FIRST);
    long firstTime = autumn.stream().mapToLong(sending -> Schedules.runs(bench, sending)).sum();
    live(bench, SECOND);
    autumn.forEach(bench.desk()::cancel);

    var all = new ArrayList<>(spring);
    all.addAll(autumn);
    var wrong = new ArrayList<String>();
    for (var moment : Schedules.moments(bench, spring)) {
      if (moment.isBefore(GAP) || moment.isAfter(AFTER_THE_GAP)) {
        wrong.add(moment.toString());
      }
    }
    for (var moment : Schedules.moments(bench, autumn)) {
      if (!moment.equals(FIRST)) {
        wrong.add(moment.toString());
      }
    }
    findings.accounts(bench.verdicts(all));
    findings.note("runs", Schedules.moments(bench, all).size());
    findings.none(
        "not-once", all.stream().filter(sending -> Schedules.runs(bench, sending) != 1).count());
    findings.exactly("runs-first", firstTime, autumn.size());
    findings.none("wrong-moment", wrong);
  }

  /// One that comes every night from this one on, and one that comes this night only.
  private List<Sending> waves(Bench bench, LocalDate night) {
    var nightly = new Timing(night.atStartOfDay(), BERLIN, HALF_PAST_TWO);
    var once = Timing.once(night.atTime(2, 30), BERLIN);
    return List.of(
        bench.desk().plan(bench.desk().people(id(), PEOPLE), nightly, Channel.EMAIL),
        bench.desk().plan(bench.desk().people(id(), PEOPLE), once, Channel.EMAIL));
  }

  /// From a while before the moment until a while after.
  private static void live(Bench bench, Instant moment) {
    var shift = Duration.between(bench.now(), moment.minus(AHEAD));
    bench.postgres().shiftClock(shift);
    var end = bench.now().plus(AHEAD).plus(BEYOND);
    var node =
        bench
            .node(
                Map.of("lantoa.clock-shift", shift.toString(), "lantoa.schedule.sweep-every", "1s"))
            .awaitUp();
    Waiting.until(AHEAD.plus(BEYOND), () -> bench.now().isAfter(end));
    node.kill();
  }
}

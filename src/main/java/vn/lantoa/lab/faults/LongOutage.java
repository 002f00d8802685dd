package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import vn.lantoa.common.Channel;

/// R9: nothing runs for six hours while two hundred schedules come due, some of them many times.
/// The hours pass by the clocks of the program and of the database.
final class LongOutage implements Trial {

  private static final int SCHEDULES = 200;
  private static final Duration OUTAGE = Duration.ofHours(6);

  @Override
  public String id() {
    return "R9";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var sendings = new ArrayList<Sending>();
    for (int i = 0; i < SCHEDULES; i++) {
      sendings.add(schedule(bench, i));
    }
    bench.postgres().shiftClock(OUTAGE);
    var node =
        bench
            .node(
                Map.of(
                    "lantoa.clock-shift", OUTAGE.toString(), "lantoa.schedule.sweep-every", "1s"))
            .awaitUp();
    Waiting.until(
        Duration.ofSeconds(60),
        Duration.ofSeconds(1),
        () -> Schedules.unfired(bench, sendings) == 0);
    // What was expanded is sent.
    Waiting.pause(Duration.ofSeconds(5));
    node.kill();
    long unfired = Schedules.unfired(bench, sendings);
    var runs = Schedules.of(bench, sendings);
    var caughtUp =
        runs.stream()
            .filter(Predicate.not(Schedules.Run::isMissed))
            .collect(Collectors.groupingBy(Schedules.Run::wave, Collectors.counting()));
    long tooLate =
        runs.stream()
            .filter(run -> !run.isMissed() && run.created().compareTo(run.catchUp()) > 0)
            .count();
    findings.note("schedules", SCHEDULES);
    findings.note("runs", runs.size());
    findings.note("missed", runs.stream().filter(Schedules.Run::isMissed).count());
    findings.none("caught-up-twice", caughtUp.values().stream().filter(n -> n > 1).count());
    findings.none("too-late", tooLate);
    findings.none("unfired", unfired);
    long sent = sendings.stream().mapToLong(bench::accepted).sum();
    findings.most("accepted", sent, caughtUp.values().stream().mapToLong(n -> n).sum());
    sendings.forEach(bench.desk()::cancel);
  }

  /// Half of them every hour, the rest daily or once, spread over the outage.
  private Sending schedule(Bench bench, int number) {
    var crowd = bench.desk().people(id(), 1);
    var in = Duration.ofMinutes(2 + number);
    return switch (number % 4) {
      case 0, 1 -> bench.desk().plan(crowd, Duration.ofMinutes(1), "0 0 * * * *", Channel.EMAIL);
      case 2 -> bench.desk().daily(crowd, in, Channel.EMAIL);
      default -> bench.desk().plan(crowd, in, Channel.EMAIL);
    };
  }
}

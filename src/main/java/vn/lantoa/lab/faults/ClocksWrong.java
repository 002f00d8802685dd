package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R8: the clock of a node is wrong. Nothing may leave before its time by the database's clock, and
/// nothing may be fired twice.
final class ClocksWrong implements Trial {

  private static final List<Duration> SHIFTS =
      List.of(Duration.ofHours(-1), Duration.ofMinutes(-5), Duration.ofMinutes(5));

  @Override
  public String id() {
    return "R8";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    long early = 0;
    long runs = 0;
    boolean settled = true;
    var verdicts = new ArrayList<Verdict>();
    for (var shift : SHIFTS) {
      var node = bench.node(Map.of("lantoa.clock-shift", shift.toString())).awaitUp();
      var sending =
          bench.desk().plan(bench.desk().people(id(), 20), Duration.ofSeconds(4), Channel.EMAIL);
      Waiting.until(Duration.ofSeconds(45), () -> Schedules.runs(bench, sending) > 0);
      Waiting.pause(Duration.ofSeconds(3));
      if (shift.isPositive()) {
        // What it has put off to its own present is due when the database has come as far.
        bench.postgres().shiftClock(shift.plusSeconds(5));
      }
      settled &= bench.ledger().awaitSettled(sending, Duration.ofSeconds(45));
      node.kill();
      bench.postgres().shiftClock(Duration.ZERO);
      var notBefore = sending.fireAt().minusSeconds(1);
      early += bench.journal(sending).stream().filter(e -> e.at().isBefore(notBefore)).count();
      runs += Schedules.runs(bench, sending);
      verdicts.add(bench.verdict(sending));
    }
    findings.settled(settled, verdicts);
    findings.none("early", early);
    findings.exactly("runs", runs, SHIFTS.size());
  }
}

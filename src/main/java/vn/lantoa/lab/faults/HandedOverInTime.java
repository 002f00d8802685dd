package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R20: nothing is broken; below the rate limit a due message is with its provider within seconds.
final class HandedOverInTime implements Trial {

  private static final Duration IN_TIME = Duration.ofSeconds(10);
  private static final double SHARE = 95;

  @Override
  public String id() {
    return "R20";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    int pace = Math.max(60, bench.pace(4));
    var node =
        bench
            .node(
                Map.of(
                    "lantoa.channels.email.per-second", pace,
                    "lantoa.channels.sms.per-second", pace))
            .awaitUp();
    var crowd = bench.desk().people(id(), bench.recipients());
    var sending = bench.desk().plan(crowd, Duration.ofSeconds(2), Channel.EMAIL, Channel.SMS);
    boolean settled = bench.ledger().awaitSettled(sending, Duration.ofSeconds(120));
    node.kill();
    var inTime = sending.fireAt().plus(IN_TIME);
    var journal = bench.journal(sending);
    long soon = journal.stream().filter(entry -> !entry.at().isAfter(inTime)).count();
    var latest =
        journal.stream()
            .map(entry -> Duration.between(sending.fireAt(), entry.at()))
            .max(Duration::compareTo)
            .orElse(Duration.ofHours(1));
    findings.settled(settled, bench.verdict(sending));
    findings.none(
        "early", journal.stream().filter(entry -> entry.at().isBefore(sending.fireAt())).count());
    findings.leastPercent("in-time", 100.0 * soon / sending.size(), SHARE);
    findings.most("latest", latest, Duration.ofSeconds(60));
  }
}

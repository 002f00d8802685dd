package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R7: two nodes share the work; one dies by `kill -9`, then both are restarted in turn. Whoever
/// looks at their pages meanwhile notices nothing.
final class TwoNodes implements Trial {

  private static final int WORKERS = 16;

  @Override
  public String id() {
    return "R7";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var pace = Map.<String, Object>of("lantoa.channels.email.per-second", bench.pace(40));
    var first = bench.node(pace);
    var second = bench.node(pace).awaitUp();
    first.awaitUp();
    var sending = bench.desk().planSoon(id(), bench.recipients(), Channel.EMAIL);
    bench
        .takings()
        .await(sending, Moments.in(random, sending.size(), 1, 4), Duration.ofSeconds(60));
    boolean settled;
    try (var visitors = new Visitors(List.of(first, second))) {
      first.kill();
      first.startAgain();
      first.awaitUp();
      second.stop();
      second.startAgain();
      second.awaitUp();
      first.stop();
      settled = bench.ledger().awaitSettledBeyondLeases(sending, Duration.ofSeconds(180));
      findings.note("pages", visitors.seen());
      findings.none("page-errors", visitors.errors());
    }
    second.stop();
    var verdict = bench.verdict(sending);
    findings.settled(settled, verdict);
    findings.most("uncertain", verdict.uncertain(), WORKERS);
  }
}

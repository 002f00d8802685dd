package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R6: a node stands still past its lease, a second one takes over, and the first wakes up and goes
/// on as if nothing had happened. The lease is made to run out by moving the database's clock, and
/// that of the second node with it.
final class NodeFrozen implements Trial {

  private static final int WORKERS = 16;
  private static final Duration PAST_THE_LEASE = Duration.ofSeconds(80);
  private static final Duration TAKEN_OVER = Duration.ofSeconds(70);

  @Override
  public String id() {
    return "R6";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var first = bench.node(Map.of()).awaitUp();
    var sending = bench.desk().planSoon(id(), bench.recipients(), Channel.EMAIL);
    bench
        .takings()
        .await(sending, Moments.in(random, sending.size(), 1, 3), Duration.ofSeconds(60));
    first.freeze();
    bench.postgres().shiftClock(PAST_THE_LEASE);
    var from = bench.now();
    var second = bench.node(Map.of("lantoa.clock-shift", PAST_THE_LEASE.toString()));
    Waiting.until(TAKEN_OVER, () -> bench.takings().resumed(sending, from).isPresent());
    var takenOver = bench.takings().resumed(sending, from).orElse(TAKEN_OVER.multipliedBy(2));
    // Its sweep, every five seconds, has found the leases that ran out.
    Waiting.pause(Duration.ofSeconds(3));
    var before = settledBy(bench, sending);
    first.thaw();
    boolean settled = bench.ledger().awaitSettled(sending, Duration.ofSeconds(120));
    first.kill();
    second.kill();
    var after = settledBy(bench, sending);
    long changed =
        before.entrySet().stream()
            .filter(row -> !row.getValue().equals(after.get(row.getKey())))
            .count();
    var verdict = bench.verdict(sending);
    findings.settled(settled, verdict);
    findings.most("uncertain", verdict.uncertain(), WORKERS);
    findings.none("late-writes", changed);
    findings.most("taken-over", takenOver, TAKEN_OVER);
  }

  /// What was settled and not open to a later word; a row that is uncertain may still learn its
  /// end.
  private static Map<Long, String> settledBy(Bench bench, Sending sending) {
    var settled = new HashMap<Long, String>();
    for (var row : bench.ledger().of(sending)) {
      if (!row.isOpen() && !row.status().equals("UNCERTAIN")) {
        settled.put(row.id(), row.status() + row.providerRef() + row.settledAt());
      }
    }
    return settled;
  }
}

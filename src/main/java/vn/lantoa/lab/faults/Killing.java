package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// `kill -9` of the only node at random moments of a sending, and its start at once.
final class Killing {

  private static final Duration LONGEST = Duration.ofSeconds(120);
  private static final Duration RESUME = Duration.ofSeconds(70);

  private final Bench bench;
  private final RandomGenerator random;
  private final List<Sending> sendings;
  private Duration slowest = Duration.ZERO;

  Killing(Bench bench, RandomGenerator random, List<Sending> sendings) {
    this.bench = bench;
    this.random = random;
    this.sendings = sendings;
  }

  /// @param most deliveries that one kill may leave uncertain: those on the wire
  void run(Node node, int kills, int most, Findings findings) {
    boolean settled = killAndSettle(node, kills);
    node.kill();
    report(kills, most, settled, uncertain(), findings);
  }

  /// The same, and leaves the node the time to ask the providers what became of the uncertain ones.
  void runAndLookUp(Node node, int kills, int most, Findings findings) {
    boolean settled = killAndSettle(node, kills);
    // The look-up does not wait for the last message: some are settled again by now.
    long before =
        sendings.stream().mapToLong(sending -> bench.ledger().everUncertain(sending)).sum();
    long from = System.nanoTime();
    LookUpTime.pass(bench, Duration.ZERO, sendings);
    settled &= bench.ledger().awaitSettled(sendings, LONGEST);
    var took = Duration.ofNanos(System.nanoTime() - from);
    long after = uncertain();
    findings.note("uncertain-still", stillUncertain());
    node.kill();
    report(kills, most, settled, before, findings);
    findings.leastPercent("looked-up", before == 0 ? 100 : 100.0 * (before - after) / before, 99);
    findings.most("looked-up-after", took, Duration.ofMinutes(5));
  }

  private void report(int kills, int most, boolean settled, long uncertain, Findings findings) {
    findings.note("kills", kills);
    findings.settled(settled, bench.verdicts(sendings));
    findings.most("uncertain", uncertain, (long) most * kills);
    findings.most("resumed", slowest, RESUME);
  }

  private List<String> stillUncertain() {
    return sendings.stream()
        .flatMap(sending -> bench.ledger().stillUncertain(sending).stream())
        .toList();
  }

  private long uncertain() {
    return LookUpTime.uncertain(bench, sendings);
  }

  private boolean killAndSettle(Node node, int kills) {
    int all = sendings.stream().mapToInt(Sending::size).sum();
    for (int kill = 1; kill <= kills; kill++) {
      int moment = Moments.in(random, all, kill, kills + 1);
      if (!Waiting.until(LONGEST, () -> accepted() >= moment)) {
        break;
      }
      Waiting.pause(Duration.ofNanos(random.nextLong(30_000_000)));
      killAndResume(node);
    }
    return bench.ledger().awaitSettled(sendings, LONGEST);
  }

  private void killAndResume(Node node) {
    node.kill();
    var from = bench.now();
    node.startAgain(Map.of());
    Waiting.until(
        LONGEST,
        Duration.ofMillis(100),
        () ->
            sendings.stream()
                .anyMatch(sending -> bench.takings().resumed(sending, from).isPresent()));
    var resumed =
        sendings.stream()
            .flatMap(sending -> bench.takings().resumed(sending, from).stream())
            .min(Duration::compareTo)
            .orElse(LONGEST);
    slowest = resumed.compareTo(slowest) > 0 ? resumed : slowest;
  }

  private int accepted() {
    return sendings.stream().mapToInt(bench::accepted).sum();
  }
}

package vn.lantoa.faults;

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
    int all = sendings.stream().mapToInt(Sending::size).sum();
    for (int kill = 1; kill <= kills; kill++) {
      int part = all / (kills + 1);
      // Anywhere between the last kill and the next, and not on a round number of milliseconds.
      int moment = part * (kill - 1) + part / 2 + random.nextInt(Math.max(1, part / 2));
      if (!Waiting.until(LONGEST, () -> accepted() >= moment)) {
        break;
      }
      Waiting.pause(Duration.ofNanos(random.nextLong(30_000_000)));
      killAndResume(node);
    }
    boolean settled = true;
    for (var sending : sendings) {
      settled &= bench.ledger().awaitSettled(sending, LONGEST);
    }
    node.kill();
    findings.note("kills", kills);
    for (var sending : sendings) {
      findings.accounts(bench.verdict(sending));
    }
    long uncertain =
        sendings.stream().mapToLong(sending -> bench.verdict(sending).uncertain()).sum();
    findings.most("uncertain", uncertain, (long) most * kills);
    findings.isTrue("settled", settled);
    findings.most("resumed", slowest, RESUME);
  }

  private void killAndResume(Node node) {
    node.kill();
    var from = bench.now();
    node.startAgain(Map.of());
    Waiting.until(
        LONGEST,
        Duration.ofMillis(100),
        () -> sendings.stream().anyMatch(sending -> bench.resumed(sending, from).isPresent()));
    var resumed =
        sendings.stream()
            .flatMap(sending -> bench.resumed(sending, from).stream())
            .min(Duration::compareTo)
            .orElse(LONGEST);
    slowest = resumed.compareTo(slowest) > 0 ? resumed : slowest;
  }

  private int accepted() {
    return sendings.stream().mapToInt(bench::accepted).sum();
  }
}

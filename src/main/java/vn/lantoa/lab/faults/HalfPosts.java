package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R25: from many connections at once somebody begins to post and does not go on, while a campaign
/// is being sent and people look at pages; then from more than are taken, and goes on by a byte
/// every three seconds. Until the time is over in which a request must have come, nobody else gets
/// in then.
final class HalfPosts implements Trial {

  private static final int CONNECTIONS = 900;
  private static final Duration LASTING = Duration.ofSeconds(30);

  private static final int TRICKLING = 1_100;

  /// The longest a stranger is waited for: `lantoa.arrival`, and a read that had begun by then.
  private static final Duration DEADLINE = Duration.ofSeconds(33);

  /// Until those are ended, too, that got in when the first half-headers were.
  private static final Duration TRICKLING_AFTER_IT = Duration.ofSeconds(15);

  /// Until the program has loaded and compiled what it needs, which is memory, too.
  private static final Duration WARMING = Duration.ofSeconds(10);

  private static final Duration SLOWEST = Duration.ofSeconds(2);
  private static final int MORE_MEGABYTES = 150;
  private static final int MORE_MEGABYTES_WHEN_FULL = 250;

  @Override
  public String id() {
    return "R25";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    int seconds = (int) WARMING.plus(LASTING).plus(DEADLINE).plus(TRICKLING_AFTER_IT).toSeconds();
    var node =
        bench.node(Map.of("lantoa.channels.email.per-second", bench.pace(seconds))).awaitUp();
    var sending = bench.desk().planSoon(id(), bench.recipients(), Channel.EMAIL);
    look(node, WARMING);
    long before = node.child().memoryMegabytes();
    try (var strangers = new Strangers(node.address(), CONNECTIONS);
        var visitors = new Visitors(List.of(node))) {
      Waiting.pause(LASTING);
      findings.note("half-posts", strangers.begun());
      findings.note("pages", visitors.seen());
      findings.none("page-errors", visitors.errors());
      findings.most("slowest-hundredth", visitors.slowest(99), SLOWEST);
    }
    findings.most("more-megabytes", node.child().memoryMegabytes() - before, MORE_MEGABYTES);
    trickle(node, findings);
    findings.most(
        "more-megabytes-when-full",
        node.child().memoryMegabytes() - before,
        MORE_MEGABYTES_WHEN_FULL);
    findings.isTrue("alive", node.child().isAlive());
    boolean settled = bench.ledger().awaitSettled(sending, Duration.ofSeconds(120));
    node.kill();
    findings.settled(settled, bench.verdict(sending));
  }

  private static void trickle(Node node, Findings findings) {
    try (var tricklers = new Tricklers(node.address(), TRICKLING)) {
      Waiting.pause(DEADLINE);
      try (var visitors = new Visitors(List.of(node))) {
        Waiting.pause(TRICKLING_AFTER_IT);
        findings.note("pages-after-deadline", visitors.seen());
        findings.none("page-errors-after-deadline", visitors.errors());
        findings.most("slowest-hundredth-after-deadline", visitors.slowest(99), SLOWEST);
      }
      findings.none("trickling", tricklers.going());
    }
  }

  private static void look(Node node, Duration lasting) {
    try (var _ = new Visitors(List.of(node))) {
      Waiting.pause(lasting);
    }
  }
}

package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R25: from many connections at once somebody begins to post and does not go on, while a campaign
/// is being sent and people look at pages.
final class HalfPosts implements Trial {

  private static final int CONNECTIONS = 900;
  private static final Duration LASTING = Duration.ofSeconds(30);

  /// Until the program has loaded and compiled what it needs, which is memory, too.
  private static final Duration WARMING = Duration.ofSeconds(10);

  private static final Duration SLOWEST = Duration.ofSeconds(2);
  private static final int MORE_MEGABYTES = 150;

  @Override
  public String id() {
    return "R25";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    int seconds = (int) WARMING.plus(LASTING).toSeconds();
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
    findings.isTrue("alive", node.child().isAlive());
    findings.most("more-megabytes", node.child().memoryMegabytes() - before, MORE_MEGABYTES);
    boolean settled = bench.ledger().awaitSettled(sending, Duration.ofSeconds(120));
    node.kill();
    findings.settled(settled, bench.verdict(sending));
  }

  private static void look(Node node, Duration lasting) {
    try (var _ = new Visitors(List.of(node))) {
      Waiting.pause(lasting);
    }
  }
}

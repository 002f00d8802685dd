package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;
import vn.lantoa.lab.faults.FaultCases.Case;

/// R11: everything a provider over HTTP can do wrong, and the end each message must come to. A post
/// or a text message whose fate is not known is never sent again.
final class HttpFaults implements Trial {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  /// What the provider asks us to wait; shorter than the trial.
  private static final Duration RETRY_AFTER = Duration.ofSeconds(6);

  /// However a provider dawdles, a sender ends within half a lease; and it has to be filed.
  private static final Duration ANSWERED = Duration.ofSeconds(45);

  private static final int HEALTHY = 12;

  private static final FaultCases TEXTS =
      new FaultCases(
          Channel.SMS,
          List.of(
              new Case("SENT", sms("busy", 20429, RETRY_AFTER.toSeconds()).next(1)),
              new Case("SENT", sms("refuse", 429, 20429).next(1)),
              new Case("UNCERTAIN", sms("refuse", 500, 20500)),
              new Case("UNCERTAIN", sms("refuse", 502, 0)),
              new Case("UNCERTAIN", sms("refuse-taken", 500, 20500)),
              new Case("UNCERTAIN", sms("stall", 60)),
              new Case("UNCERTAIN", sms("slow", 60)),
              new Case("UNCERTAIN", sms("drip", 1)),
              new Case("UNCERTAIN", sms("drop-before")),
              new Case("UNCERTAIN", sms("drop-after")),
              new Case("UNCERTAIN", sms("garbled")),
              new Case("FAILED", sms("refuse", 400, 21602))));

  private static final FaultCases POSTS =
      new FaultCases(
          Channel.FACEBOOK,
          List.of(
              new Case("UNCERTAIN", post("refuse", 500, 2)),
              new Case("UNCERTAIN", post("refuse-taken", 500, 2)),
              new Case("FAILED", post("refuse", 200, 100)),
              new Case("UNCERTAIN", post("drop-after"))));

  @Override
  public String id() {
    return "R11";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    // What the look-up makes of the uncertain ones is another trial's.
    var node =
        bench
            .node(
                Map.of(
                    "lantoa.channels.facebook.workers", 8, "lantoa.delivery.look-up-every", "1h"))
            .awaitUp();
    var texts = TEXTS.plan(bench, bench.desk().people(id(), HEALTHY + TEXTS.size()));
    var posts = POSTS.plan(bench, bench.desk().pages(id(), HEALTHY + POSTS.size()));
    long from = System.nanoTime();
    bench.ledger().awaitTried(texts, ANSWERED.multipliedBy(2));
    bench.ledger().awaitTried(posts, ANSWERED);
    var slowest = Duration.ofNanos(System.nanoTime() - from);
    bench.standIns().clear(Channel.SMS, Channel.FACEBOOK);
    var barred = barred(bench, findings);
    bench.calm();

    bench.postgres().shiftClock(Duration.ofHours(2));
    var all = List.of(texts, posts, barred);
    boolean settled = bench.ledger().awaitSettled(all, LONGEST);
    node.kill();
    findings.settled(settled, bench.verdicts(all));
    findings.none("wrong-end", TEXTS.wrong(bench, texts));
    findings.none("wrong-end", POSTS.wrong(bench, posts));
    findings.most("slowest", slowest, ANSWERED);
    findings.none("too-soon", tooSoon(bench, texts));
  }

  /// A refused login stops the channel and burns nothing.
  private Sending barred(Bench bench, Findings findings) {
    bench.standIns().order(sms("refuse", 401, 20003));
    var barred = bench.desk().planSoon(id(), 5, Channel.SMS);
    findings.isTrue(
        "paused", Waiting.until(Duration.ofSeconds(30), () -> bench.isPaused(Channel.SMS)));
    findings.none("burnt", bench.ledger().of(barred).stream().filter(row -> !row.isOpen()).count());
    return barred;
  }

  /// Messages that were asked for again before the provider wanted to be asked: the first case of
  /// the text messages.
  private static long tooSoon(Bench bench, Sending texts) {
    var asked = texts.addresses().getOrDefault(Channel.SMS, List.of()).getFirst();
    var earliest = texts.fireAt().plus(RETRY_AFTER);
    return bench.journal(texts).stream()
        .filter(entry -> entry.address().equals(asked) && entry.at().isBefore(earliest))
        .count();
  }

  private static FaultOrder sms(String kind, Object... arguments) {
    return FaultOrder.of(Channel.SMS, kind, arguments);
  }

  private static FaultOrder post(String kind, Object... arguments) {
    return FaultOrder.of(Channel.FACEBOOK, kind, arguments);
  }
}

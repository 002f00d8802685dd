package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import vn.lantoa.common.Channel;

/// R11: everything a provider over HTTP can do wrong, and the end each message must come to. A post
/// or a text message whose fate is not known is never sent again.
final class HttpFaults implements Trial {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  /// What the provider asks us to wait; shorter than the trial.
  private static final Duration RETRY_AFTER = Duration.ofSeconds(6);

  /// However a provider dawdles, a sender ends within half a lease; and it has to be filed.
  private static final Duration ANSWERED = Duration.ofSeconds(45);

  private static final int HEALTHY = 12;

  private static final List<Case> TEXTS =
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
          new Case("FAILED", sms("refuse", 400, 21602)));

  private static final List<Case> POSTS =
      List.of(
          new Case("UNCERTAIN", post("refuse", 500, 2)),
          new Case("UNCERTAIN", post("refuse-taken", 500, 2)),
          new Case("FAILED", post("refuse", 200, 100)),
          new Case("UNCERTAIN", post("drop-after")));

  @Override
  public String id() {
    return "R11";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var node =
        bench
            .node(
                Map.of(
                    "lantoa.channels.facebook.workers",
                    8,
                    // What the look-up makes of them is another trial's.
                    "lantoa.delivery.look-up-every",
                    "1h"))
            .awaitUp();
    var texts = sending(bench, Channel.SMS, TEXTS);
    var posts = sending(bench, Channel.FACEBOOK, POSTS);
    long from = System.nanoTime();
    bench.ledger().awaitTried(texts, ANSWERED.multipliedBy(2));
    bench.ledger().awaitTried(posts, ANSWERED);
    var slowest = Duration.ofNanos(System.nanoTime() - from);
    bench.standIns().clear(Channel.SMS, Channel.FACEBOOK);
    // A refused login stops the channel and burns nothing.
    bench.standIns().order(sms("refuse", 401, 20003));
    var barred =
        bench.desk().plan(bench.desk().people(id(), 5), Duration.ofSeconds(1), Channel.SMS);
    boolean paused = Waiting.until(Duration.ofSeconds(30), () -> bench.isPaused(Channel.SMS));
    long burnt = bench.ledger().of(barred).stream().filter(row -> !row.isOpen()).count();
    bench.calm();

    bench.postgres().shiftClock(Duration.ofHours(2));
    boolean settled = bench.ledger().awaitSettled(texts, LONGEST);
    settled &= bench.ledger().awaitSettled(posts, LONGEST);
    settled &= bench.ledger().awaitSettled(barred, LONGEST);
    node.kill();
    findings.none("wrong-end", wrong(bench, texts, Channel.SMS, TEXTS));
    findings.none("wrong-end", wrong(bench, posts, Channel.FACEBOOK, POSTS));
    findings.most("slowest", slowest, ANSWERED);
    findings.isTrue("paused", paused);
    findings.none("burnt", burnt);
    findings.none("too-soon", tooSoon(bench, texts));
    findings.accounts(Stream.of(texts, posts, barred).map(bench::verdict).toList());
    findings.isTrue("settled", settled);
  }

  private Sending sending(Bench bench, Channel channel, List<Case> cases) {
    int all = HEALTHY + cases.size();
    var crowd =
        channel.equals(Channel.SMS)
            ? bench.desk().people(id(), all)
            : bench.desk().pages(id(), all);
    for (int i = 0; i < cases.size(); i++) {
      bench.standIns().order(cases.get(i).order().only(crowd.of(channel).get(i)));
    }
    return bench.desk().plan(crowd, Duration.ofSeconds(1), channel);
  }

  private static List<String> wrong(
      Bench bench, Sending sending, Channel channel, List<Case> cases) {
    var addresses = sending.addresses().getOrDefault(channel, List.of());
    var wrong = new ArrayList<String>();
    for (var row : bench.ledger().of(sending)) {
      int number = addresses.indexOf(row.address());
      var end = number < cases.size() ? cases.get(number).end() : "SENT";
      if (!(end.equals("SENT") ? row.isSaidSent() : row.status().equals(end))) {
        var fault = number < cases.size() ? cases.get(number).order().kind() : "–";
        wrong.add(channel + " " + fault + " " + row.status() + " " + row.reason());
      }
    }
    return wrong;
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

  /// @param end the status the message must end in
  private record Case(String end, FaultOrder order) {}
}

package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import vn.lantoa.common.Channel;
import vn.lantoa.lab.faults.FaultCases.Case;

/// R10: everything a mail server can do wrong, and the end each letter must come to. First what it
/// does to single letters, then what it does to connections. What must be tried again is waited for
/// by moving the clock, not by sitting out a greylisting.
final class MailFaults implements Trial {

  /// More than any server may ask us to wait.
  private static final Duration LATER = Duration.ofMinutes(40);

  private static final Duration LONGEST = Duration.ofSeconds(90);

  /// By now the nodes have closed the connections they do not use: the next letters need new ones.
  private static final Duration UNUSED_CLOSED = Duration.ofSeconds(4);

  private static final int HEALTHY = 12;

  /// What befalls single letters.
  private static final FaultCases LETTERS =
      new FaultCases(
          Channel.EMAIL,
          List.of(
              new Case("SENT", mail("smtp", "RCPT", 450, "4.2.0 greylisted").next(1)),
              new Case("FAILED", mail("smtp", "RCPT", 550, "5.1.1 no such user")),
              new Case("SENT", mail("smtp", "DATA", 451, "4.3.0 try again").next(1)),
              new Case("FAILED", mail("smtp", "DATA", 554, "5.6.0 refused")),
              new Case("SENT", mail("drop-before").next(1)),
              // A short letter is written in one go: the sender cannot know how far it got.
              new Case("SENT|UNCERTAIN", mail("drop-during").next(1)),
              new Case("UNCERTAIN", mail("drop-after")),
              new Case("UNCERTAIN", mail("slow", 600))));

  /// What befalls connections costs no letter.
  private static final FaultCases CONNECTIONS = new FaultCases(Channel.EMAIL, List.of());

  @Override
  public String id() {
    return "R10";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var node =
        bench
            .node(
                Map.of(
                    "lantoa.email.idle", "1s",
                    "lantoa.delivery.sweep-every", "1s",
                    // What the desk plans is found by the sweep first: Quartz looks twice a minute.
                    "lantoa.schedule.sweep-every", "1s"))
            .awaitUp();
    var single = LETTERS.plan(bench, bench.desk().people(id(), HEALTHY + LETTERS.size()));

    // While the letter whose answer never comes is waited for.
    Waiting.until(LONGEST, () -> bench.accepted(single) > HEALTHY);
    Waiting.pause(UNUSED_CLOSED);
    var first = strike(bench, Gate.Mode.HANG_UP, Gate.Mode.BUSY, Gate.Mode.STALL, Gate.Mode.DRIP);
    bench.ledger().awaitTried(single, LONGEST);
    bench.standIns().clear(Channel.EMAIL);
    var struck =
        List.of(
            first,
            refused(bench),
            under(bench, mail("smtp", "MAIL", 451, "4.3.2 not now").next(2), 2),
            under(bench, mail("close-after", 3), 40));
    bench.standIns().clear(Channel.EMAIL);

    bench.postgres().shiftClock(LATER);
    var all = Stream.concat(Stream.of(single), struck.stream()).toList();
    boolean settled = bench.ledger().awaitSettled(all, LONGEST);
    node.kill();
    findings.settled(settled, bench.verdicts(all));
    findings.none("wrong-end", LETTERS.wrong(bench, single));
    findings.none(
        "wrong-end",
        struck.stream().flatMap(sending -> CONNECTIONS.wrong(bench, sending).stream()).toList());
  }

  /// As many letters as connections that something happens to, each over a new one.
  private Sending strike(Bench bench, Gate.Mode... modes) {
    bench.standIns().mailScript(modes);
    return tried(bench, modes.length);
  }

  /// While nobody listens.
  private Sending refused(Bench bench) {
    bench.standIns().mail(Gate.Mode.REFUSE);
    bench.standIns().cutMail();
    var refused = tried(bench, 2);
    bench.standIns().mail(Gate.Mode.PASS);
    return refused;
  }

  private Sending under(Bench bench, FaultOrder order, int letters) {
    bench.standIns().order(order);
    return tried(bench, letters);
  }

  private Sending tried(Bench bench, int letters) {
    var sending = bench.desk().planSoon(id(), letters, Channel.EMAIL);
    bench.ledger().awaitTried(sending, LONGEST);
    return sending;
  }

  private static FaultOrder mail(String kind, Object... arguments) {
    return FaultOrder.of(Channel.EMAIL, kind, arguments);
  }
}

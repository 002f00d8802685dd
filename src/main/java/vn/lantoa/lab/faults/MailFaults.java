package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R10: everything a mail server can do wrong, and the end each letter must come to. First what it
/// does to single letters, then what it does to connections. What must be tried again is waited for
/// by moving the clock, not by sitting out a greylisting.
final class MailFaults implements Trial {

  /// More than any server may ask us to wait.
  private static final Duration LATER = Duration.ofMinutes(40);

  private static final Duration LONGEST = Duration.ofSeconds(90);

  /// By now the nodes have closed the connections they do not use: the next letters need new ones.
  private static final Duration UNUSED_CLOSED = Duration.ofSeconds(4);

  /// Healthy recipients among the others: a fault that strikes one must cost one.
  private static final int HEALTHY = 12;

  /// What befalls a letter to an address that holds the name, and what must become of it.
  private static final List<Case> CASES =
      List.of(
          new Case("rcpt450", "SENT", mail("smtp", "RCPT", 450, "4.2.0 greylisted").next(1)),
          new Case("rcpt550", "FAILED", mail("smtp", "RCPT", 550, "5.1.1 no such user")),
          new Case("data451", "SENT", mail("smtp", "DATA", 451, "4.3.0 try again").next(1)),
          new Case("data554", "FAILED", mail("smtp", "DATA", 554, "5.6.0 refused")),
          new Case("droprcpt", "SENT", mail("drop-before").next(1)),
          // A short letter is written in one go: the sender cannot know how far it got.
          new Case("dropduring", "SENT|UNCERTAIN", mail("drop-during").next(1)),
          new Case("dropafter", "UNCERTAIN", mail("drop-after")),
          new Case("stallafter", "UNCERTAIN", mail("slow", 600)));

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
    CASES.forEach(fault -> bench.standIns().order(fault.order().only("." + fault.name() + "@")));
    var letters = bench.desk().people(id(), names());
    var single = bench.desk().plan(letters, Duration.ofSeconds(1), Channel.EMAIL);

    // While the letter whose answer never comes is waited for.
    Waiting.until(LONGEST, () -> bench.accepted(single) > HEALTHY);
    Waiting.pause(UNUSED_CLOSED);
    var first = strike(bench, Gate.Mode.HANG_UP, Gate.Mode.BUSY, Gate.Mode.STALL, Gate.Mode.DRIP);
    bench.ledger().awaitTried(single, LONGEST);
    bench.standIns().clear(Channel.EMAIL);
    bench.standIns().mail(Gate.Mode.REFUSE);
    bench.standIns().cutMail();
    var refused =
        bench.desk().plan(bench.desk().people(id(), 2), Duration.ofSeconds(1), Channel.EMAIL);
    bench.ledger().awaitTried(refused, LONGEST);
    bench.standIns().mail(Gate.Mode.PASS);
    bench.standIns().order(mail("smtp", "MAIL", 451, "4.3.2 not now").next(2));
    var early =
        bench.desk().plan(bench.desk().people(id(), 2), Duration.ofSeconds(1), Channel.EMAIL);
    bench.ledger().awaitTried(early, LONGEST);
    bench.standIns().order(mail("close-after", 3));
    var closed =
        bench.desk().plan(bench.desk().people(id(), 40), Duration.ofSeconds(1), Channel.EMAIL);
    bench.ledger().awaitTried(closed, LONGEST);
    bench.standIns().clear(Channel.EMAIL);

    bench.postgres().shiftClock(LATER);
    boolean settled = true;
    var all = List.of(single, first, refused, early, closed);
    for (var sending : all) {
      settled &= bench.ledger().awaitSettled(sending, LONGEST);
    }
    node.kill();
    judge(bench, all, findings);
    findings.isTrue("settled", settled);
  }

  /// As many letters as connections that something happens to, each over a new one.
  private Sending strike(Bench bench, Gate.Mode... modes) {
    bench.standIns().mailScript(modes);
    var crowd = bench.desk().people(id(), modes.length);
    var sending = bench.desk().plan(crowd, Duration.ofSeconds(1), Channel.EMAIL);
    bench.ledger().awaitTried(sending, LONGEST);
    return sending;
  }

  private static void judge(Bench bench, List<Sending> all, Findings findings) {
    var wrong = new ArrayList<String>();
    for (var sending : all) {
      bench.ledger().of(sending).stream()
          .filter(row -> !row.status().matches(end(row.address())))
          .forEach(row -> wrong.add(row.address() + " " + row.status() + " " + row.reason()));
    }
    findings.none("wrong-end", wrong);
    findings.accounts(all.stream().map(bench::verdict).toList());
  }

  private static String end(String address) {
    return CASES.stream()
        .filter(fault -> address.contains("." + fault.name() + "@"))
        .map(Case::end)
        .findFirst()
        .orElse("SENT");
  }

  private static List<String> names() {
    var names = new ArrayList<String>();
    for (int i = 0; i < HEALTHY; i++) {
      names.add("ok" + i);
    }
    CASES.forEach(fault -> names.add(fault.name()));
    return names;
  }

  private static FaultOrder mail(String kind, Object... arguments) {
    return FaultOrder.of(Channel.EMAIL, kind, arguments);
  }

  /// @param end the status the letter must end in; `|` between several
  private record Case(String name, String end, FaultOrder order) {}
}

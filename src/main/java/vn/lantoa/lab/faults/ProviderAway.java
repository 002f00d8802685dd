package vn.lantoa.lab.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import vn.lantoa.common.Channel;

/// R12: the mail server and the provider of text messages are away for half an hour, while pages go
/// on being published. The half hour passes by the database's clock, half a minute at a time, so
/// that whatever is on the wire stays within its lease.
final class ProviderAway implements Trial {

  private static final Duration OUTAGE = Duration.ofMinutes(30);
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final Duration STEP_TAKES = Duration.ofMillis(600);
  private static final Duration LONGEST = Duration.ofSeconds(90);

  /// Twenty failures; what each worker has on the wire by then, and what it begins before it hears.
  private static final int UNTIL_IT_RESTS = 20 + 2 * 16;

  /// At the pace of one try in 45 seconds.
  private static final int PROBES = (int) OUTAGE.dividedBy(Duration.ofSeconds(45));

  private static final int DOOMED = 20;
  private static final Duration RECOVERED = Duration.ofSeconds(60);
  private static final int PER_SECOND = 60;
  private static final Duration WINDOW = Duration.ofSeconds(2);

  @Override
  public String id() {
    return "R12";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    // As the program waits by itself, and not as fast as other trials want it to.
    var node =
        bench
            .node(Map.of("lantoa.delivery.retry-base", "30s", "lantoa.delivery.retry-cap", "1h"))
            .awaitUp();
    var well = bench.desk().planSoon(id(), bench.recipients(), Channel.EMAIL, Channel.SMS);
    var before = publish(bench);
    bench.ledger().awaitSettled(well, LONGEST);
    bench.standIns().mail(Gate.Mode.BUSY);
    bench.standIns().cutMail();
    bench.standIns().order(FaultOrder.of(Channel.SMS, "refuse", 503, 20503));
    long mailBefore = bench.standIns().asked(Channel.EMAIL);
    long textsBefore = bench.standIns().asked(Channel.SMS);
    var sending = bench.desk().planSoon(id(), bench.recipients(), Channel.EMAIL, Channel.SMS);
    var doomed =
        bench
            .desk()
            .planUntil(
                bench.desk().people(id(), DOOMED),
                Duration.ofSeconds(2),
                OUTAGE.dividedBy(3),
                Channel.EMAIL);
    var during = publish(bench);
    long mail = bench.standIns().asked(Channel.EMAIL);
    long texts = bench.standIns().asked(Channel.SMS);
    passTheTime(bench);
    findings.most("until-rest", Math.max(mail - mailBefore, texts - textsBefore), UNTIL_IT_RESTS);
    long mailProbes = bench.standIns().asked(Channel.EMAIL) - mail;
    long textProbes = bench.standIns().asked(Channel.SMS) - texts;
    findings.most("probes", Math.max(mailProbes, textProbes), PROBES);

    bench.standIns().mail(Gate.Mode.PASS);
    bench.standIns().clear(Channel.SMS);
    var repaired = bench.now();
    boolean settled = bench.ledger().awaitSettled(sending, LONGEST);
    long everUncertain = bench.ledger().everUncertain(sending);
    LookUpTime.pass(bench, OUTAGE, List.of(sending));
    settled &= bench.ledger().awaitSettled(sending, LONGEST);
    node.kill();

    var mails = taken(bench, sending, Channel.EMAIL);
    var numbers = taken(bench, sending, Channel.SMS);
    findings.settled(settled, bench.verdicts(List.of(well, before, sending, doomed, during)));
    findings.note("ever-uncertain", everUncertain);
    findings.none("uncertain", bench.verdict(sending).uncertain());
    findings.exactly("expired", with(bench, doomed, "EXPIRED"), DOOMED);
    findings.leastPercent("others-kept", 100 * rate(bench, during) / rate(bench, before), 95);
    findings.most(
        "recovered",
        Collections.max(List.of(recovered(mails, repaired), recovered(numbers, repaired))),
        RECOVERED);
    findings.most(
        "most-a-second", Math.max(mostInASecond(mails), mostInASecond(numbers)), 3L * PER_SECOND);
  }

  /// On a channel nothing is wrong with.
  private Sending publish(Bench bench) {
    var pages = bench.desk().pages(id(), bench.recipients());
    var sending = bench.desk().plan(pages, Duration.ofSeconds(1), Channel.FACEBOOK);
    bench.ledger().awaitSettled(sending, LONGEST);
    return sending;
  }

  private static void passTheTime(Bench bench) {
    for (var passed = STEP; passed.compareTo(OUTAGE) <= 0; passed = passed.plus(STEP)) {
      bench.postgres().shiftClock(passed);
      Waiting.pause(STEP_TAKES);
    }
  }

  private static long with(Bench bench, Sending sending, String status) {
    return bench.ledger().of(sending).stream().filter(row -> row.status().equals(status)).count();
  }

  private static List<Instant> taken(Bench bench, Sending sending, Channel channel) {
    return bench.journal(sending).stream()
        .filter(entry -> entry.channel().equals(channel.key()))
        .map(JournalEntry::at)
        .toList();
  }

  /// Messages a second from the first to the last.
  private static double rate(Bench bench, Sending sending) {
    var taken = taken(bench, sending, Channel.FACEBOOK);
    var took = Duration.between(taken.getFirst(), taken.getLast());
    return 1_000.0 * (taken.size() - 1) / took.toMillis();
  }

  /// When the pace was nine tenths of what is allowed for the first time since.
  private static Duration recovered(List<Instant> taken, Instant since) {
    int enough = (int) (PER_SECOND * WINDOW.toSeconds() * 9 / 10);
    for (int i = 0; i + enough <= taken.size(); i++) {
      var end = taken.get(i + enough - 1);
      if (taken.get(i).isAfter(since) && !end.isAfter(taken.get(i).plus(WINDOW))) {
        return Duration.between(since, end);
      }
    }
    return LONGEST;
  }

  private static long mostInASecond(Collection<Instant> taken) {
    return taken.stream()
        .collect(Collectors.groupingBy(Instant::getEpochSecond, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(number -> number)
        .max()
        .orElse(0);
  }
}

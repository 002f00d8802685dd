package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R24: text messages go by two accounts, each at a provider of its own. One says of what it takes
/// that it failed: first of everything, so that it is left alone; then of some, so that a part of
/// its share goes to the other. What it left uncertain is for it alone; in the end it has its share
/// back.
final class TwoAccounts implements Trial {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  /// Twenty failures; what each worker has on the wire by then, and what it begins before it hears.
  private static final int UNTIL_IT_RESTS = 20 + 2 * 16;

  /// An account loses a part of its share after fifty failures within a minute.
  private static final int FEWEST = 600;

  /// Of every ten recipients: enough for its share, too few for it to be left alone.
  private static final int STRUCK_OF_TEN = 4;

  /// Shares are moved once a minute at most, and back after a quiet quarter of an hour, ten points
  /// every five minutes. The engine looks every ten seconds.
  private static final Duration SHIFT = Duration.ofSeconds(62);

  private static final Duration QUIET = Duration.ofMinutes(16);
  private static final Duration DRIFT = Duration.ofMinutes(6);
  private static final Duration LOOKED = Duration.ofSeconds(11);

  private static final FaultOrder TAKEN_AND_DENIED =
      FaultOrder.of(Channel.SMS, "refuse-taken", 500, 20500);

  private Duration shifted = Duration.ZERO;

  @Override
  public String id() {
    return "R24";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    shifted = Duration.ZERO;
    // As on the first day of both.
    bench.postgres().jdbc().sql("delete from provider_account where channel = 'sms'").update();
    var all = new ArrayList<Sending>();
    try (var second = bench.moreStandIns()) {
      var node = bench.node(accounts(second)).awaitUp();
      all.add(settled(bench, bench.recipients()));
      findings.note("share-percent", Math.round(share(bench, all.getLast())));

      long asked = bench.standIns().asked(Channel.SMS);
      bench.standIns().order(TAKEN_AND_DENIED);
      all.add(settled(bench, bench.recipients()));
      findings.most("until-rest", bench.standIns().asked(Channel.SMS) - asked, UNTIL_IT_RESTS);
      bench.standIns().clear(Channel.SMS);
      // It has rested, and is tried.
      pass(bench, SHIFT);
      all.add(settled(bench, bench.recipients()));

      all.add(poor(bench, Math.max(FEWEST, bench.recipients())));
      bench.standIns().clear(Channel.SMS);
      all.add(settled(bench, Math.max(FEWEST, bench.recipients())));
      findings.mostPercent("share-shifted", share(bench, all.getLast()), 38);

      pass(bench, QUIET);
      Waiting.pause(LOOKED);
      pass(bench, DRIFT);
      Waiting.pause(LOOKED);
      all.add(settled(bench, Math.max(FEWEST, bench.recipients())));
      findings.leastPercent("share-back", share(bench, all.getLast()), 42);

      LookUpTime.pass(bench, shifted, all);
      node.kill();
      judge(bench, second, all, findings);
    }
  }

  private void judge(Bench bench, StandIns second, List<Sending> all, Findings findings) {
    var verdicts = new ArrayList<Verdict>();
    long uncertain = 0;
    long everUncertain = 0;
    long failedOver = 0;
    for (var sending : all) {
      everUncertain += bench.ledger().everUncertain(sending);
      var here = new ArrayList<>(bench.journal(sending));
      var there = second.journal().of(sending.all());
      var both = new HashSet<>(here.stream().map(JournalEntry::address).toList());
      both.retainAll(there.stream().map(JournalEntry::address).toList());
      failedOver += both.size();
      here.addAll(there);
      var verdict = Verdict.of(sending, bench.ledger().of(sending), here);
      verdicts.add(verdict);
      uncertain += verdict.uncertain();
    }
    findings.accounts(verdicts);
    findings.none("uncertain", uncertain);
    findings.note("ever-uncertain", everUncertain);
    findings.none("failed-over", failedOver);
  }

  /// While the first account denies four of ten, two tenths of its share are moved.
  private Sending poor(Bench bench, int number) {
    var crowd = bench.desk().people(id(), number);
    var numbers = crowd.of(Channel.SMS);
    for (int i = 0; i < number; i++) {
      if (i % 10 < STRUCK_OF_TEN) {
        bench.standIns().order(TAKEN_AND_DENIED.only(numbers.get(i)));
      }
    }
    pass(bench, SHIFT);
    var sending = bench.desk().plan(crowd, Duration.ofSeconds(1), Channel.SMS);
    Waiting.until(LONGEST, () -> bench.ledger().everUncertain(sending) > FEWEST / 6);
    pass(bench, SHIFT);
    bench.ledger().awaitSettled(sending, LONGEST);
    return sending;
  }

  private Sending settled(Bench bench, int number) {
    var sending = bench.desk().planSoon(id(), number, Channel.SMS);
    bench.ledger().awaitSettled(sending, LONGEST);
    return sending;
  }

  private void pass(Bench bench, Duration time) {
    shifted = shifted.plus(time);
    bench.postgres().shiftClock(shifted);
  }

  /// How many of a hundred went by the first account.
  private static double share(Bench bench, Sending sending) {
    return 100.0 * bench.accepted(sending) / sending.size();
  }

  private static Map<String, Object> accounts(StandIns second) {
    var settings = new LinkedHashMap<String, Object>();
    second
        .settings()
        .forEach((name, value) -> {
          if (name.startsWith("lantoa.sms.")) {
            settings.put(name.replace("lantoa.sms.", "lantoa.sms.accounts.second."), value);
          }
        });
    return settings;
  }
}

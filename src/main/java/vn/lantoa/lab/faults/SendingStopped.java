package vn.lantoa.lab.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R17: while letters leave, the campaign is paused, goes on, some people refuse further messages,
/// and in the end it is cancelled. Each must take effect within seconds.
final class SendingStopped implements Trial {

  private static final int WORKERS = 16;
  private static final Duration EFFECTIVE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @Override
  public String id() {
    return "R17";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var node = bench.node(Map.of("lantoa.channels.email.per-second", bench.pace(30))).awaitUp();
    var crowd = bench.desk().people(id(), bench.recipients());
    var sending = bench.desk().plan(crowd, Duration.ofSeconds(1), Channel.EMAIL);
    int fifth = sending.size() / 5;
    bench.takings().await(sending, Moments.in(random, sending.size(), 1, 5), LONGEST);

    bench.desk().pause(sending);
    var paused = bench.now();
    Waiting.pause(EFFECTIVE.plusSeconds(2));
    var resumed = bench.now();
    bench.desk().resume(sending);
    bench.takings().await(sending, 2 * fifth, LONGEST);

    // The last in line, so that they have not had theirs.
    var refusing = List.copyOf(crowd.of(Channel.EMAIL).subList(3 * fifth, 3 * fifth + fifth / 2));
    refusing.forEach(address -> bench.desk().optOut(Channel.EMAIL, address));
    var refused = bench.now();
    bench.takings().await(sending, 3 * fifth + fifth / 2, LONGEST);

    bench.desk().cancel(sending);
    var cancelled = bench.now();
    boolean settled = bench.ledger().awaitSettled(sending, LONGEST);
    Waiting.pause(EFFECTIVE);
    node.kill();

    var afterPause = between(bench.journal(sending), paused, resumed);
    var afterCancel = between(bench.journal(sending), cancelled, Instant.MAX);
    findings.settled(settled, bench.verdict(sending));
    findings.most("after-pause", afterPause.size(), WORKERS);
    findings.most("stopped-after", latest(afterPause, paused), EFFECTIVE);
    findings.most("after-cancel", afterCancel.size(), WORKERS);
    findings.most("stopped-after", latest(afterCancel, cancelled), EFFECTIVE);
    findings.none(
        "after-opt-out",
        to(
            Set.copyOf(refusing),
            between(bench.journal(sending), refused.plus(EFFECTIVE), Instant.MAX)));
  }

  private static List<JournalEntry> between(List<JournalEntry> journal, Instant from, Instant to) {
    return journal.stream()
        .filter(entry -> entry.at().isAfter(from) && entry.at().isBefore(to))
        .toList();
  }

  private static long to(Set<String> addresses, List<JournalEntry> journal) {
    return journal.stream().filter(entry -> addresses.contains(entry.address())).count();
  }

  private static Duration latest(List<JournalEntry> journal, Instant from) {
    return journal.stream()
        .map(entry -> Duration.between(from, entry.at()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}

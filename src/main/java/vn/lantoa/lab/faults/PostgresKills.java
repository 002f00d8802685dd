package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// `kill -9` of PostgreSQL at random moments of a sending, while the program is left alone.
final class PostgresKills {

  /// A node claims up to 128 ahead, and what it held when the database went waits for its lease:
  /// with fewer there would be nothing left to resume with.
  private static final int FEWEST = 500;

  private static final int KILLS = 2;
  private static final int WORKERS = 16;
  private static final Duration WORKING = Duration.ofSeconds(30);

  private final Bench bench;
  private final Database database;
  private final RandomGenerator random;

  PostgresKills(Bench bench, Database database, RandomGenerator random) {
    this.bench = bench;
    this.database = database;
    this.random = random;
  }

  /// How many people it takes.
  static int people(Bench bench) {
    return Math.max(FEWEST, bench.recipients());
  }

  /// Kills the server all trials share, and starts it again some time later.
  ///
  /// @param away and up to a second more
  void run(Sending sending, Duration away, Findings findings) {
    run(
        sending,
        () -> {
          bench.postgres().kill();
          Waiting.pause(away.plusMillis(random.nextLong(1_000)));
          bench.postgres().startAgain();
        },
        findings);
  }

  /// @param kill and whatever it takes for the server to come back, unless that is the program's
  void run(Sending sending, Runnable kill, Findings findings) {
    var ledger = new Ledger(database);
    var slowest = Duration.ZERO;
    try (var probe = new CommitProbe(database)) {
      for (int kills = 1; kills <= KILLS; kills++) {
        int moment = Moments.in(random, sending.size(), kills, KILLS + 1);
        bench.takings().await(sending, moment, Duration.ofSeconds(60));
        kill.run();
        var from = bench.now();
        var resumed = bench.takings().awaitResumed(sending, from, WORKING);
        slowest = resumed.compareTo(slowest) > 0 ? resumed : slowest;
      }
      boolean settled = ledger.awaitSettledBeyondLeases(sending, Duration.ofSeconds(120));
      findings.note("kills", KILLS);
      findings.note("commits", probe.committed());
      findings.none("commits-lost", probe.missing());
      var verdict = Verdict.of(sending, ledger.of(sending), bench.journal(sending));
      findings.settled(settled, verdict);
      findings.most("uncertain", verdict.uncertain(), (long) WORKERS * KILLS);
      findings.most("resumed", slowest, WORKING);
    }
  }
}

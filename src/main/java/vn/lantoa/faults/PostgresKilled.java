package vn.lantoa.faults;

import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R3: PostgreSQL dies by `kill -9` under load and comes back; the program is left alone.
final class PostgresKilled implements Trial {

  private static final int KILLS = 2;

  /// A node claims up to 128 ahead, and what it held when the database went waits for its lease:
  /// with fewer there would be nothing left to resume with.
  private static final int FEWEST = 500;

  private static final int WORKERS = 16;
  private static final Duration WORKING = Duration.ofSeconds(30);

  @Override
  public String id() {
    return "R3";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var node = bench.node(Map.of()).awaitUp();
    var crowd = bench.desk().people(id(), Math.max(FEWEST, bench.recipients()));
    var sending = bench.desk().plan(crowd, Duration.ofSeconds(1), Channel.EMAIL);
    var slowest = Duration.ZERO;
    try (var probe = new CommitProbe(bench.postgres())) {
      for (int kill = 1; kill <= KILLS; kill++) {
        int part = sending.size() / (KILLS + 1);
        int moment = part * (kill - 1) + part / 2 + random.nextInt(Math.max(1, part / 2));
        bench.awaitAccepted(sending, moment, Duration.ofSeconds(60));
        bench.postgres().kill();
        Waiting.pause(Duration.ofMillis(random.nextLong(1_000)));
        bench.postgres().startAgain();
        var from = bench.now();
        Waiting.until(
            WORKING.multipliedBy(2),
            Duration.ofMillis(100),
            () -> bench.resumed(sending, from).isPresent());
        var resumed = bench.resumed(sending, from).orElse(WORKING.multipliedBy(2));
        slowest = resumed.compareTo(slowest) > 0 ? resumed : slowest;
      }
      boolean settled =
          bench
              .ledger()
              .awaitSettledBeyondLeases(sending, Duration.ofSeconds(12), Duration.ofSeconds(120));
      findings.note("kills", KILLS);
      findings.note("commits", probe.committed());
      findings.none("commits-lost", probe.missing());
      findings.isTrue("settled", settled);
    }
    node.kill();
    var verdict = bench.verdict(sending);
    findings.accounts(verdict);
    findings.most("uncertain", verdict.uncertain(), (long) WORKERS * KILLS);
    findings.most("resumed", slowest, WORKING);
  }
}

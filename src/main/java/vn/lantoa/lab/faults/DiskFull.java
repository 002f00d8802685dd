package vn.lantoa.lab.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R5: the disk of PostgreSQL is full in the middle of a sending, and has room again later. Nothing
/// may leave that could not be written down before.
final class DiskFull implements Trial {

  private static final int MEGABYTES = 200;
  private static final Duration FULL = Duration.ofSeconds(12);
  private static final Duration WORKING = Duration.ofSeconds(60);

  @Override
  public String id() {
    return "R5";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    try (var disk = new SmallDisk(bench.folder().resolve("disk"), MEGABYTES);
        var postgres = bench.postgresOn(disk.folder().resolve("postgres"));
        var desk = bench.deskOn(postgres)) {
      run(bench, disk, postgres, desk, findings);
    }
  }

  private void run(
      Bench bench, SmallDisk disk, SharedPostgres postgres, Desk desk, Findings findings) {
    var settings = bench.nodes().settings(postgres);
    int pace = bench.pace(30);
    settings.put("lantoa.channels.email.per-second", pace);
    var node = bench.node(settings).awaitUp();
    var ledger = new Ledger(postgres);
    var sending = desk.planSoon(id(), bench.recipients(), Channel.EMAIL);
    bench.takings().await(sending, 3 * pace, Duration.ofSeconds(60));
    Instant failed;
    try (var probe = new CommitProbe(postgres)) {
      disk.fill();
      Waiting.until(FULL, () -> probe.firstFailure().isPresent());
      failed = probe.firstFailure().orElse(Instant.MAX);
      Waiting.pause(FULL);
      findings.note("commits", probe.committed());
    }
    disk.free();
    var freed = bench.now();
    // A server whose log cannot be written stops; whoever looks after it starts it again.
    if (!postgres.answers()) {
      postgres.startAgain();
    }
    var resumed = bench.takings().awaitResumed(sending, freed, WORKING);
    // In its own time: a clock that is moved would spoil the moments that are compared below.
    boolean settled = ledger.awaitSettled(sending, Duration.ofSeconds(150));
    node.kill();
    var ledgerNow = ledger.of(sending);
    var journal = bench.journal(sending);
    long afterFull =
        journal.stream()
            .filter(entry -> entry.at().isAfter(failed) && entry.at().isBefore(freed))
            .count();
    // What was already half written may still find room; only what was written down may leave.
    long unwritten =
        journal.stream()
            .filter(entry ->
                ledgerNow.stream()
                    .filter(row -> row.address().equals(entry.address()))
                    .noneMatch(row -> row.isWrittenBefore(entry.at())))
            .count();
    findings.isTrue("full", failed.isBefore(Instant.MAX));
    findings.note("after-full", afterFull);
    findings.none("unwritten", unwritten);
    findings.settled(settled, Verdict.of(sending, ledgerNow, journal));
    findings.most("resumed", resumed, WORKING);
  }
}

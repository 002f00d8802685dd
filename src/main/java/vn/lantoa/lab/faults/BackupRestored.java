package vn.lantoa.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.util.FileSystemUtils;
import vn.lantoa.common.Channel;

/// R21: a backup made in the middle of a sending is started when the sending is over: first under
/// the folder of the node that knows better, then with a copy of that folder, as on a second box.
/// Neither sends anything until an administrator says so; then nothing goes out twice.
final class BackupRestored implements Trial {

  /// Several beats, sweeps and claims.
  private static final Duration WATCHED = Duration.ofSeconds(12);

  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final Duration BEATS = Duration.ofSeconds(5);

  @Override
  public String id() {
    return "R21";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var settings =
        Map.<String, Object>of(
            "lantoa.cluster.beat-every",
            "200ms",
            "lantoa.channels.email.per-second",
            bench.pace(10));
    var node = bench.node(settings).awaitUp();
    var sending = bench.desk().planSoon(id(), bench.recipients(), Channel.EMAIL);
    bench.takings().await(sending, Moments.in(random, sending.size(), 1, 2), LONGEST);
    var backup = bench.folder().resolve("backup");
    bench.postgres().copyWhileDown(backup);
    boolean settled = bench.ledger().awaitSettledBeyondLeases(sending, LONGEST);
    // Until the folder remembers more than the backup.
    Waiting.pause(BEATS);
    node.stop();
    int accepted = bench.accepted(sending);

    try (var restored = bench.postgresOn(backup)) {
      var old = bench.nodes().settings(restored);
      findings.note("open-in-backup", open(restored, sending));
      node.startAgain(old);
      boolean held = isHeldBack(bench, node.awaitUp(), restored);
      node.kill();
      restored.jdbc().sql("update instance set held_since = null, held_reason = null").update();
      var box = bench.nodes().startOn(copy(node.data(), bench.nodes().newFolder()), old).awaitUp();
      held &= isHeldBack(bench, box, restored);
      findings.none("sent-unasked", bench.accepted(sending) - accepted);
      findings.isTrue("held", held);

      new Administrator(box).letTheCopyGoOn();
      var ledger = new Ledger(restored);
      settled &= ledger.awaitSettledBeyondLeases(sending, LONGEST);
      box.kill();
      var verdict = Verdict.of(sending, ledger.of(sending), bench.journal(sending));
      findings.settled(settled, verdict);
      findings.note("uncertain", verdict.uncertain());
    }
  }

  private static boolean isHeldBack(Bench bench, Node node, SharedPostgres restored) {
    Waiting.pause(WATCHED);
    return node.isUp()
        && restored
            .jdbc()
            .sql("select exists (select from instance where held_since is not null)")
            .query(Boolean.class)
            .single();
  }

  private static long open(SharedPostgres restored, Sending sending) {
    return new Ledger(restored).of(sending).stream().filter(LedgerRow::isOpen).count();
  }

  private static Path copy(Path from, Path to) {
    try {
      FileSystemUtils.copyRecursively(from, to);
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

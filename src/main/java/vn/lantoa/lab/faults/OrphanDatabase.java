package vn.lantoa.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;

/// R23: the program with a PostgreSQL of its own dies by `kill -9` and leaves it running; then a
/// second program is started on the folder of the first.
final class OrphanDatabase implements Trial {

  private static final Duration STARTED = Duration.ofSeconds(30);

  @Override
  public String id() {
    return "R23";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var node = bench.nodes().startOfItsOwn(bench.nodes().newFolder(), Map.of());
    var postgres = node.data().resolve("postgres");
    var cluster = postgres.resolve("cluster");
    try {
      node.awaitUp();
      long first = postmaster(cluster);
      node.kill();
      boolean orphaned = isAlive(first);
      long from = System.nanoTime();
      node.startAgain();
      node.awaitUp();
      var started = Duration.ofNanos(System.nanoTime() - from);
      long second = postmaster(cluster);
      // A process that has ended is still listed until somebody takes note of it.
      Waiting.until(STARTED, () -> first == second || !isAlive(first));
      long alive = (isAlive(first) ? 1 : 0) + (isAlive(second) && second != first ? 1 : 0);
      var intruder = bench.nodes().intruder(node);
      boolean refused =
          intruder.awaitEnd(STARTED)
              && intruder.process().exitValue() == 1
              && intruder.output().contains(node.data().toString());
      findings.isTrue("orphan", orphaned);
      findings.most("started", started, STARTED);
      findings.exactly("postmasters", alive, 1);
      findings.isTrue("refused", refused);
      findings.isTrue("unharmed", node.isUp());
    } finally {
      node.stop();
      SharedPostgres.killCluster(postgres);
    }
  }

  private static long postmaster(Path cluster) {
    try {
      return Long.parseLong(
          Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}

package vn.lantoa.lab.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R3-OWN: the PostgreSQL a program has started for itself dies by `kill -9` under load. Nobody
/// starts it again but the program.
final class OwnPostgresKilled implements Trial {

  /// Until then the desk has made way for the node, which cannot share a server of its own.
  private static final Duration DUE = Duration.ofSeconds(20);

  @Override
  public String id() {
    return "R3-OWN";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var data = bench.nodes().newFolder();
    var postgres = data.resolve("postgres");
    var sending = planned(bench, data);
    try {
      var node =
          bench.nodes().startOfItsOwn(data, Map.of("lantoa.schedule.sweep-every", "1s")).awaitUp();
      var own = OwnPostgres.of(node);
      new PostgresKills(bench, own, random).run(sending, own::kill, findings);
      node.stop();
    } finally {
      SharedPostgres.killCluster(postgres);
    }
  }

  private Sending planned(Bench bench, Path data) {
    try (var database = bench.postgresOn(data.resolve("postgres"));
        var desk = bench.deskOn(database)) {
      return desk.plan(desk.people(id(), PostgresKills.people(bench)), DUE, Channel.EMAIL);
    }
  }
}

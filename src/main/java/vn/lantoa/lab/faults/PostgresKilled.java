package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R3: PostgreSQL dies by `kill -9` under load and comes back; the program is left alone.
final class PostgresKilled implements Trial {

  @Override
  public String id() {
    return "R3";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var node = bench.node(Map.of()).awaitUp();
    var sending = bench.desk().planSoon(id(), PostgresKills.people(bench), Channel.EMAIL);
    new PostgresKills(bench, bench.postgres(), random).run(sending, Duration.ZERO, findings);
    node.kill();
  }
}

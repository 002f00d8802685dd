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
    var crowd = bench.desk().people(id(), Math.max(PostgresKills.FEWEST, bench.recipients()));
    var sending = bench.desk().plan(crowd, Duration.ofSeconds(1), Channel.EMAIL);
    new PostgresKills(bench, bench.postgres(), random)
        .run(
            sending,
            () -> {
              bench.postgres().kill();
              Waiting.pause(Duration.ofMillis(random.nextLong(1_000)));
              bench.postgres().startAgain();
            },
            findings);
    node.kill();
  }
}

package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R3-SLOW: PostgreSQL dies while the provider, which takes a second, has a message of every
/// worker. Their answers come when there is nowhere to write them down.
final class SlowSendingPostgresKilled implements Trial {

  /// Longer than the provider takes: all answers find the database away.
  private static final Duration AWAY = Duration.ofMillis(1_500);

  @Override
  public String id() {
    return "R3-SLOW";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var node = bench.node(Map.of()).awaitUp();
    bench.standIns().order(FaultOrder.of(Channel.SMS, "slow", 1));
    var sending = bench.desk().planSoon(id(), PostgresKills.people(bench), Channel.SMS);
    new PostgresKills(bench, bench.postgres(), random).run(sending, AWAY, findings);
    node.kill();
  }
}

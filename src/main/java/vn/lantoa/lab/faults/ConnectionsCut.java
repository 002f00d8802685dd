package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R4: the database ends all connections again and again; then the network swallows everything for
/// a while and drops what was open.
final class ConnectionsCut implements Trial {

  private static final int CUTS = 5;
  private static final int WORKERS = 16;
  private static final Duration HOLE = Duration.ofSeconds(8);
  private static final Duration WORKING = Duration.ofSeconds(30);

  @Override
  public String id() {
    return "R4";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    int pace = bench.pace(25);
    var node = bench.node(Map.of("lantoa.channels.email.per-second", pace)).awaitUp();
    var sending = bench.desk().planSoon(id(), bench.recipients(), Channel.EMAIL);
    bench.takings().await(sending, pace, Duration.ofSeconds(60));
    long ended = 0;
    for (int cut = 1; cut <= CUTS; cut++) {
      ended += bench.postgres().terminateConnections();
      Waiting.pause(Duration.ofMillis(500 + random.nextLong(1_500)));
    }
    bench.postgres().gate().mode(Gate.Mode.HOLE);
    Waiting.pause(HOLE);
    bench.postgres().gate().cut();
    bench.postgres().gate().mode(Gate.Mode.PASS);
    var from = bench.now();
    var resumed = bench.takings().awaitResumed(sending, from, WORKING);
    boolean settled = bench.ledger().awaitSettledBeyondLeases(sending, Duration.ofSeconds(120));
    node.kill();
    var verdict = bench.verdict(sending);
    findings.note("connections-ended", ended);
    findings.settled(settled, verdict);
    findings.most("uncertain", verdict.uncertain(), (long) WORKERS * (CUTS + 1));
    findings.most("resumed", resumed, WORKING);
  }
}

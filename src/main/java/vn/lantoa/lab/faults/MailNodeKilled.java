package vn.lantoa.lab.faults;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R1: the program dies by `kill -9` while it sends e-mail, and starts again at once.
final class MailNodeKilled implements Trial {

  private static final int KILLS = 3;
  private static final int WORKERS = 16;

  @Override
  public String id() {
    return "R1";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var node = bench.node(Map.of()).awaitUp();
    var sending = bench.desk().planSoon(id(), bench.recipients(), Channel.EMAIL);
    new Killing(bench, random, List.of(sending)).run(node, KILLS, WORKERS, findings);
  }
}

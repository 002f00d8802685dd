package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R22: rows of Quartz say that a trigger is being fired, or waits for one that is, and nobody
/// fires it. The sweep must send all the same.
final class TriggersStuck implements Trial {

  private static final Duration SWEPT = Duration.ofSeconds(35);

  @Override
  public String id() {
    return "R22";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var node = bench.node(Map.of()).awaitUp();
    var acquired = stuck(bench, "ACQUIRED");
    var blocked = stuck(bench, "BLOCKED");
    boolean settled = true;
    var latest = Duration.ZERO;
    for (var sending : List.of(acquired, blocked)) {
      settled &= bench.ledger().awaitSettled(sending, Duration.ofSeconds(90));
      for (var entry : bench.journal(sending)) {
        var late = Duration.between(sending.fireAt(), entry.at());
        latest = late.compareTo(latest) > 0 ? late : latest;
      }
    }
    node.kill();
    findings.settled(settled, bench.verdicts(List.of(acquired, blocked)));
    findings.most("latest", latest, SWEPT);
  }

  private Sending stuck(Bench bench, String state) {
    var crowd = bench.desk().people(id(), 5);
    var sending = bench.desk().plan(crowd, Duration.ofSeconds(5), Channel.EMAIL);
    bench
        .postgres()
        .jdbc()
        .sql(
            """
            update qrtz_triggers set trigger_state = :state
            where trigger_name in (select id::text from wave where campaign_id = :campaign)
            """)
        .param("state", state)
        .param("campaign", sending.campaign())
        .update();
    return sending;
  }
}

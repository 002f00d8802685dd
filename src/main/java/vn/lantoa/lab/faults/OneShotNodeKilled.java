package vn.lantoa.lab.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R2: as R1, on the channels that are never tried twice: text messages and posts.
///
/// How many of the uncertain ones a look-up settles is to be judged here once the product looks up.
final class OneShotNodeKilled implements Trial {

  private static final int KILLS = 3;

  /// Sixteen for text messages, two for posts.
  private static final int WORKERS = 18;

  @Override
  public String id() {
    return "R2";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var node =
        bench
            .node(
                Map.of(
                    "lantoa.channels.facebook.per-second",
                    15,
                    "lantoa.delivery.look-up-every",
                    "2s"))
            .awaitUp();
    // A provider that takes a second: each kill finds as many messages on the wire as there are
    // workers.
    bench.standIns().order(FaultOrder.of(Channel.SMS, "slow", 1));
    bench.standIns().order(FaultOrder.of(Channel.FACEBOOK, "slow", 1));
    var people = bench.desk().people(id(), bench.recipients());
    var pages = bench.desk().pages(id(), Math.clamp(bench.recipients() / 4, 4, 200));
    var soon = Duration.ofSeconds(1);
    var texts = bench.desk().plan(people, soon, Channel.SMS);
    var posts = bench.desk().plan(pages, soon, Channel.FACEBOOK);
    new Killing(bench, random, List.of(texts, posts)).runAndLookUp(node, KILLS, WORKERS, findings);
  }
}

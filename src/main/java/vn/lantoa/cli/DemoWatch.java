package vn.lantoa.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Channel;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.report.Funnel;
import vn.lantoa.report.Funnels;

/// Watches a campaign to its end, or to where it cannot go on.
final class DemoWatch {

  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(2);

  /// Receipts that do not come are not waited for longer than this.
  private static final Duration LAST_RECEIPT = Duration.ofSeconds(10);

  /// The program's own database is back within seconds, or not at all.
  private static final Duration DATABASE_AWAY = Duration.ofSeconds(45);

  private final Funnels funnels;
  private final Campaigns campaigns;
  private final SandboxInbox inbox;
  private final Herald herald;
  private final Ending ending;
  private final FunnelScreen screen;
  private final Standstill standstill = new Standstill(System::nanoTime);
  private SortedMap<Channel, Funnel> last = new TreeMap<>();
  private long newsAt = System.nanoTime() - BETWEEN_NEWS.toNanos();
  private long awaySince;
  private int receipts = -1;
  private long receiptsAt;

  DemoWatch(
      ConfigurableApplicationContext server, Herald herald, Ending ending, FunnelScreen screen) {
    funnels = server.getBean(Funnels.class);
    campaigns = server.getBean(Campaigns.class);
    inbox = server.getBean(SandboxInbox.class);
    this.herald = herald;
    this.ending = ending;
    this.screen = screen;
  }

  /// @param waits hears, once, that nothing moves and why; whether to go on waiting
  /// @return how it ended, or how it stands where waiting ended
  Seen watch(long campaign, Consumer<Seen> waits, boolean goOnWaiting) throws InterruptedException {
    boolean told = false;
    while (true) {
      long asked = System.nanoTime();
      var over = look(campaign);
      // Counting a large ledger takes a while: look less often, so that looking does not slow the
      // sending.
      var rest = Duration.ofNanos(Math.max(250_000_000, 10 * (System.nanoTime() - asked)));
      screen.progress(last);
      tellNews();
      if (over && receiptsAreIn()) {
        // Once more: receipts came since.
        look(campaign);
        return new Seen(last, true, List.of());
      }
      var why = over ? Optional.<List<String>>empty() : stopped();
      if (why.isPresent() && !told) {
        told = true;
        var seen = new Seen(last, false, why.get());
        if (!goOnWaiting) {
          return seen;
        }
        waits.accept(seen);
      }
      told = told && why.isPresent();
      Thread.sleep(rest);
    }
  }

  /// @return whether it is over
  private boolean look(long campaign) {
    try {
      last = funnels.ofCampaign(campaign);
      boolean over = campaigns.get(campaign).status().isOver();
      awaySince = 0;
      return over;
    } catch (RuntimeException _) {
      ending.awaitIfBegun();
      // The herald says so.
      awaySince = awaySince == 0 ? System.nanoTime() : awaySince;
      return false;
    }
  }

  private void tellNews() {
    if (System.nanoTime() - newsAt >= BETWEEN_NEWS.toNanos()) {
      newsAt = System.nanoTime();
      herald.look().forEach(screen::say);
    }
  }

  /// Why nothing moves any more, in words; empty: it does, or may.
  private Optional<List<String>> stopped() {
    if (awaySince != 0) {
      return System.nanoTime() - awaySince > DATABASE_AWAY.toNanos()
          ? Optional.of(List.of(Words.of("cli.demo.database-away")))
          : Optional.empty();
    }
    return standstill
        .look(last, herald.current())
        .map(alarms ->
            alarms.isEmpty()
                ? List.of(Words.of("cli.demo.nobody-knows"))
                : alarms.stream().map(herald::what).toList());
  }

  private boolean receiptsAreIn() {
    int outstanding = inbox.callbacksOutstanding();
    if (outstanding != receipts) {
      receipts = outstanding;
      receiptsAt = System.nanoTime();
    }
    return outstanding == 0 || System.nanoTime() - receiptsAt > LAST_RECEIPT.toNanos();
  }

  /// @param finished the campaign is over
  /// @param why it is not, in words
  record Seen(SortedMap<Channel, Funnel> funnels, boolean finished, List<String> why) {

    long open() {
      return funnels.values().stream().mapToLong(Funnel::open).sum();
    }
  }
}

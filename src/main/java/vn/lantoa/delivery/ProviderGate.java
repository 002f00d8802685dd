package vn.lantoa.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.delivery.JdbcProviderAccounts.Row;
import vn.lantoa.delivery.ProviderAccounts.State;

/// Stands before the providers: says by which account a message goes and when it is its turn, and
/// learns from what came of it. Counts are this node's own; what follows from them is in the
/// database and holds for all nodes.
@Component
class ProviderGate {

  private static final Logger log = LoggerFactory.getLogger(ProviderGate.class);

  /// How long another node's word may go unheard.
  private static final Duration HEARSAY = Duration.ofMillis(500);

  private final JdbcProviderAccounts accounts;
  private final ChannelAccounts configured;
  private final Channels channels;
  private final ChannelPauses pauses;
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
  private final Map<Key, Health> healths = new ConcurrentHashMap<>();
  private final Map<Key, TokenLease> leases = new ConcurrentHashMap<>();
  private volatile Map<Channel, List<Row>> known = Map.of();
  private volatile long knownAt;

  ProviderGate(
      JdbcProviderAccounts accounts,
      ChannelAccounts configured,
      Channels channels,
      ChannelPauses pauses) {
    this.accounts = accounts;
    this.configured = configured;
    this.channels = channels;
    this.pauses = pauses;
  }

  /// Makes a row for every configured account.
  void open() {
    channels.enabled().forEach(channel -> accounts.ensure(channel, configured.of(channel)));
    refresh();
  }

  /// Whether anything could be sent on the channel now.
  boolean isOpen(Channel channel) {
    return rows(channel).stream().anyMatch(row -> row.isUsable() || row.mayBeTried());
  }

  /// Chooses the account for one message: by weight among those that work; one that failed gets a
  /// single message when it is time to try it. Empty: none can be used now.
  Optional<String> choose(Channel channel) {
    for (var row : rows(channel)) {
      if (row.mayBeTried() && accounts.beginTrial(channel, row.name())) {
        refresh();
        return Optional.of(row.name());
      }
    }
    var usable = rows(channel).stream().filter(Row::isUsable).toList();
    int weights = usable.stream().mapToInt(row -> Math.max(row.weight(), 1)).sum();
    int point = weights > 0 ? random.nextInt(weights) : 0;
    for (var row : usable) {
      point -= Math.max(row.weight(), 1);
      if (point < 0) {
        return Optional.of(row.name());
      }
    }
    return Optional.empty();
  }

  /// Waits until the account may be asked once more.
  ///
  /// @param goOn false: nobody needs the turn any more
  /// @return false when `goOn` ended it
  boolean awaitTurn(Channel channel, String account, BooleanSupplier goOn)
      throws InterruptedException {
    return lease(channel, account)
        .take((rate, burst, want) -> accounts.lease(channel, account, rate, burst, want), goOn);
  }

  /// Takes the turn when there is one to take now.
  boolean tryTurn(Channel channel, String account) {
    return lease(channel, account)
        .tryTake((rate, burst, want) -> accounts.lease(channel, account, rate, burst, want));
  }

  /// Learns from what came of a message.
  void learn(Channel channel, String account, Outcome outcome) {
    var health = healths.computeIfAbsent(new Key(channel, account), _ -> new Health());
    switch (outcome) {
      case Outcome.Throttled(var after, var why) -> {
        accounts.slowDown(channel, account, after);
        lease(channel, account).forget();
        log.warn(
            "channel={} account={} was asked too fast and slows down: {}", channel, account, why);
        refresh();
      }
      case Outcome.Unavailable(var why) -> failed(channel, account, health, why);
      case Outcome.Ambiguous(var why) -> failed(channel, account, health, why);
      case Outcome.ChannelDown(var why) -> refuses(channel, account, why);
      case Outcome.Accepted _, Outcome.Delivered _, Outcome.Permanent _, Outcome.Retry _ ->
          answered(channel, account, health);
    }
  }

  private void failed(Channel channel, String account, Health health, String why) {
    boolean opens = health.failed();
    boolean trial = row(channel, account).map(row -> row.state() == State.HALF_OPEN).orElse(false);
    if (opens || trial) {
      log.warn(
          "channel={} account={} fails and is left alone for a while: {}", channel, account, why);
      accounts.open(channel, account, why);
      health.clear();
      refresh();
    } else if (health.isPoor() && accounts.shiftAway(channel, account)) {
      log.warn(
          "channel={} account={} often fails; a tenth of its share goes to the others",
          channel,
          account);
      refresh();
    }
  }

  private void answered(Channel channel, String account, Health health) {
    health.answered();
    var row = row(channel, account);
    if (row.isPresent() && row.get().state() == State.HALF_OPEN) {
      log.info("channel={} account={} answers again", channel, account);
      accounts.close(channel, account);
      refresh();
    }
  }

  /// The provider knows us and says no: nothing is burned, a person has to mend it.
  private void refuses(Channel channel, String account, String why) {
    boolean news = accounts.pause(channel, account, why);
    refresh();
    if (!news) {
      // Many workers find out at the same moment; one word is enough.
      return;
    }
    boolean another = rows(channel).stream().anyMatch(row -> row.state() != State.PAUSED);
    if (another) {
      log.warn("channel={} account={} refuses us, the others take over: {}", channel, account, why);
    } else {
      log.warn("channel={} paused: {}; its deliveries wait", channel, why);
      pauses.pause(channel, why, Actor.SYSTEM);
    }
  }

  @Scheduled(fixedDelay = 10_000)
  void drift() {
    accounts.driftBack();
  }

  private TokenLease lease(Channel channel, String account) {
    return leases.computeIfAbsent(
        new Key(channel, account), _ -> new TokenLease(channels.of(channel).perSecond()));
  }

  private Optional<Row> row(Channel channel, String account) {
    return rows(channel).stream().filter(row -> row.name().equals(account)).findFirst();
  }

  private Collection<Row> rows(Channel channel) {
    if (System.nanoTime() - knownAt > HEARSAY.toNanos()) {
      refresh();
    }
    return known.getOrDefault(channel, List.of());
  }

  private void refresh() {
    // First the time, so that of two who come at once only one asks.
    knownAt = System.nanoTime();
    known = accounts.rows(configured);
  }

  private record Key(Channel channel, String account) {}
}

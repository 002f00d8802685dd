package vn.lantoa.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.delivery.JdbcProviderAccounts.Row;

/// Stands before the providers: says by which account a message goes and when it is its turn, and
/// learns from what came of it. Counts are this node's own; what follows from them is in the
/// database and holds for all nodes.
@Component
class ProviderGate {

  private final JdbcProviderAccounts accounts;
  private final ChannelAccounts configured;
  private final Channels channels;
  private final KnownAccounts known;
  private final ProviderLessons lessons;
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
  private final Map<Key, TokenLease> leases = new ConcurrentHashMap<>();

  ProviderGate(
      JdbcProviderAccounts accounts,
      ChannelAccounts configured,
      Channels channels,
      ChannelPauses pauses) {
    this.accounts = accounts;
    this.configured = configured;
    this.channels = channels;
    known = new KnownAccounts(accounts, configured);
    lessons = new ProviderLessons(accounts, known, pauses);
  }

  /// Makes a row for every configured account.
  void open() {
    channels.enabled().forEach(channel -> accounts.ensure(channel, configured.of(channel)));
    known.refresh();
  }

  /// Whether anything could be sent on the channel now.
  boolean isOpen(Channel channel) {
    return known.of(channel).stream().anyMatch(row -> row.isUsable() || row.mayBeTried());
  }

  /// Chooses the account for one message: by weight among those that work; one that failed gets a
  /// single message when it is time to try it. Empty: none can be used now.
  Optional<String> choose(Channel channel) {
    for (var row : known.of(channel)) {
      if (row.mayBeTried() && accounts.beginTrial(channel, row.name())) {
        known.refresh();
        return Optional.of(row.name());
      }
    }
    var usable = known.of(channel).stream().filter(Row::isUsable).toList();
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
        .take(
            (rate, burst, want) -> accounts.rates().lease(channel, account, rate, burst, want),
            goOn);
  }

  /// Takes the turn when there is one to take now.
  boolean tryTurn(Channel channel, String account) {
    return lease(channel, account)
        .tryTake(
            (rate, burst, want) -> accounts.rates().lease(channel, account, rate, burst, want));
  }

  /// Learns from what came of a message.
  void learn(Channel channel, String account, Outcome outcome) {
    lessons.learn(channel, account, outcome);
    if (outcome instanceof Outcome.Throttled) {
      lease(channel, account).forget();
    }
  }

  @Scheduled(fixedDelay = 10_000)
  void drift() {
    accounts.shares().driftBack();
  }

  private TokenLease lease(Channel channel, String account) {
    return leases.computeIfAbsent(
        new Key(channel, account), _ -> new TokenLease(channels.of(channel).perSecond()));
  }

  private record Key(Channel channel, String account) {}
}

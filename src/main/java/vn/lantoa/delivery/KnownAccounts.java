package vn.lantoa.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.JdbcProviderAccounts.Row;

/// How the configured accounts stood a moment ago; asking the database before each message would
/// cost as much as the message.
final class KnownAccounts {

  /// How long another node's word may go unheard.
  private static final Duration HEARSAY = Duration.ofMillis(500);

  private final JdbcProviderAccounts accounts;
  private final ChannelAccounts configured;
  private volatile Map<Channel, List<Row>> known = Map.of();
  private volatile long knownAt;

  KnownAccounts(JdbcProviderAccounts accounts, ChannelAccounts configured) {
    this.accounts = accounts;
    this.configured = configured;
  }

  List<Row> of(Channel channel) {
    if (System.nanoTime() - knownAt > HEARSAY.toNanos()) {
      refresh();
    }
    return known.getOrDefault(channel, List.of());
  }

  Optional<Row> of(Channel channel, String account) {
    return of(channel).stream().filter(row -> row.name().equals(account)).findFirst();
  }

  void refresh() {
    // First the time, so that of two who come at once only one asks.
    knownAt = System.nanoTime();
    known = accounts.rows(configured);
  }
}

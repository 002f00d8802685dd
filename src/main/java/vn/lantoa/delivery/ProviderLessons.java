package vn.lantoa.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.ProviderAccounts.State;

/// What follows for an account from what came of a message: it slows down, is left alone, gives a
/// part of its share away, works again, or stops until a person has mended it.
final class ProviderLessons {

  private static final Logger log = LoggerFactory.getLogger(ProviderLessons.class);

  private final JdbcProviderAccounts accounts;
  private final KnownAccounts known;
  private final ChannelPauses pauses;
  private final Map<Key, Health> healths = new ConcurrentHashMap<>();

  ProviderLessons(JdbcProviderAccounts accounts, KnownAccounts known, ChannelPauses pauses) {
    this.accounts = accounts;
    this.known = known;
    this.pauses = pauses;
  }

  /// Learns from what came of a message.
  void learn(Channel channel, String account, Outcome outcome) {
    var health = healths.computeIfAbsent(new Key(channel, account), _ -> new Health());
    switch (outcome) {
      case Outcome.Throttled(var after, var why) -> {
        accounts.rates().slowDown(channel, account, after);
        log.warn(
            "channel={} account={} was asked too fast and slows down: {}", channel, account, why);
        known.refresh();
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
    boolean trial =
        known.of(channel, account).map(row -> row.state() == State.HALF_OPEN).orElse(false);
    if (opens || trial) {
      log.warn(
          "channel={} account={} fails and is left alone for a while: {}", channel, account, why);
      accounts.open(channel, account, why);
      health.clear();
      known.refresh();
    } else if (health.isPoor() && accounts.shares().shiftAway(channel, account)) {
      log.warn(
          "channel={} account={} often fails; a tenth of its share goes to the others",
          channel,
          account);
      known.refresh();
    }
  }

  private void answered(Channel channel, String account, Health health) {
    health.answered();
    var row = known.of(channel, account);
    if (row.isPresent() && row.get().state() == State.HALF_OPEN) {
      log.info("channel={} account={} answers again", channel, account);
      accounts.close(channel, account);
      known.refresh();
    }
  }

  /// The provider knows us and says no: nothing is burned, a person has to mend it.
  private void refuses(Channel channel, String account, String why) {
    boolean news = accounts.pause(channel, account, why);
    known.refresh();
    if (!news) {
      // Many workers find out at the same moment; one word is enough.
      return;
    }
    boolean another = known.of(channel).stream().anyMatch(row -> row.state() != State.PAUSED);
    if (another) {
      log.warn("channel={} account={} refuses us, the others take over: {}", channel, account, why);
    } else {
      log.warn("channel={} paused: {}; its deliveries wait", channel, why);
      pauses.pause(channel, why, Actor.SYSTEM);
    }
  }

  private record Key(Channel channel, String account) {}
}

package vn.lantoa.delivery;

import java.time.Instant;
import java.util.List;
import vn.lantoa.common.Channel;

/// How the provider accounts of all channels are doing, for people to see.
public interface ProviderAccounts {

  List<Account> all();

  /// A person says that what stopped it is mended.
  void resume(Channel channel, String name);

  /// @param weight share of the channel's messages, of 100
  /// @param pace what share of the configured rate it bears, 0 to 1
  /// @param until when it is tried again or spoken to again; in the past when that is not so
  /// @param reason why it is not CLOSED; empty when it is
  record Account(
      Channel channel,
      String name,
      State state,
      int weight,
      double pace,
      Instant until,
      String reason) {}

  enum State {
    /// Works.
    CLOSED,
    /// Fails; left alone for a while.
    OPEN,
    /// One message is trying it.
    HALF_OPEN,
    /// Refuses us; a person has to mend that.
    PAUSED
  }
}

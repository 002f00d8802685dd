package vn.lantoa.lab.sandbox;

import vn.lantoa.common.Channel;

/// Hears of every message a stand-in takes, before the sender is answered: whoever writes it down
/// here knows what was accepted even when the answer never arrives.
@FunctionalInterface
public interface Witness {

  /// @param to number, address, page or chat
  /// @param mark by which the message can be told from others to the same address: the Message-ID
  ///   of a letter, the delivery a callback names; empty: it carries none
  void accepted(Channel channel, String to, String mark);

  /// Nobody listens.
  static Witness none() {
    return (_, _, _) -> {};
  }
}

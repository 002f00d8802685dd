package vn.lantoa.audience;

import java.util.Optional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;

/// Addresses nobody may write to. Effective at once, also for deliveries already claimed.
public interface Suppressions {

  /// Blocks the address; does nothing when it is blocked already. An opt-out is the person's own
  /// word, which nobody else takes back: one that staff wrote down comes by [Consents#optOut].
  ///
  /// @param source where it came from: a link, an officer, a bounce
  /// @return whether this call blocked it
  boolean suppress(
      Channel channel, String address, SuppressionReason reason, String source, Actor actor);

  /// Lifts it again: the person asked for messages anew.
  boolean lift(Channel channel, String address, Actor actor);

  /// Takes back an opt-out that was said there, and no other: what an officer wrote down, a bounce
  /// or the state's register stays. Whether anything goes there again, [#isOpen] says.
  ///
  /// @param source as it was given to [#suppress]
  /// @return whether there was one
  boolean takeBack(Channel channel, String address, String source);

  /// Whether somebody who agreed is reached there, and nothing stands against it.
  boolean isOpen(Channel channel, String address);

  Optional<SuppressionReason> reasonFor(Channel channel, String address);
}

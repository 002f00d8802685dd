package vn.lantoa.delivery;

/// Puts one message on the wire and says what came of it. The bean a route ends in (`smsSender`,
/// …).
///
/// Thread-safe; called by as many threads as the channel has workers. It never tries again by
/// itself, holds no database connection, and ends within half a lease. What it throws counts as
/// [Outcome.Ambiguous]: whoever knows better must say so.
@FunctionalInterface
public interface ChannelSender {

  Outcome send(OutgoingMessage message);
}

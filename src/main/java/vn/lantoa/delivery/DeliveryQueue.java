package vn.lantoa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Channel;

/// The open end of the ledger: what is due, who holds it, what may go on the wire.
interface DeliveryQueue {

  /// Takes up to `most` due deliveries of a channel for this node, run by run, oldest first.
  default List<ClaimedDelivery> claim(Channel channel, int most, Duration lease) {
    return claim(channel, most, lease, new ClaimMarks());
  }

  /// The same, but begins at the marks and moves them on.
  List<ClaimedDelivery> claim(Channel channel, int most, Duration lease, ClaimMarks marks);

  /// Takes what came back behind the marks.
  List<ClaimedDelivery> claimBehind(Channel channel, int most, Duration lease, ClaimMarks marks);

  /// Gives back what this node claimed and did not begin.
  void release(List<ClaimedDelivery> deliveries);

  /// Gives back what this node claimed and did not begin, to be left alone until then.
  ///
  /// @param reason shown while it waits; null: what is shown stays
  void postpone(List<ClaimedDelivery> deliveries, Instant until, @Nullable String reason);

  /// Puts off what waits in the same runs as these deliveries of one channel, on that channel, a
  /// bounded number at a time.
  ///
  /// @return how many
  int postponeLike(List<ClaimedDelivery> deliveries, Instant until);

  /// Gives back what an earlier life of this node held: claimed rows wait again, rows on the wire
  /// become uncertain.
  ///
  /// @return how many became uncertain
  int recoverOwn();

  /// The same for nodes whose lease ran out.
  ///
  /// @return how many became uncertain
  int recoverLapsed();

  /// Ends what waited beyond its deadline.
  int expire();

  /// Ends what cancelled campaigns had not sent, as often as something of theirs comes back: from a
  /// worker, a node that died, a provider that could not take it.
  int cancel();

  /// Runs with nothing open any more.
  List<Long> settledRuns(List<Long> runs);

  /// Whether there is anything to recover or to expire: one look at all that is open instead of one
  /// for each.
  Overdue overdue();

  /// @param leases of some rows are over
  /// @param deadlines of some rows that wait have passed
  record Overdue(boolean leases, boolean deadlines) {}
}

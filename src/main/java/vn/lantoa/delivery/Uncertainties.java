package vn.lantoa.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Actor;

/// The deliveries that may have gone out, and what is known of them. Where the provider can be
/// asked, it is, by itself; the rest waits for a person.
public interface Uncertainties {

  /// Of campaigns of the unit and below, the oldest first.
  ///
  /// @param left those a person has left as they are, instead of those that wait
  default List<Uncertain> of(long rootUnitId, boolean left, int offset, int limit) {
    return of(rootUnitId, left, false, offset, limit);
  }

  /// @param latestFirst instead of the oldest
  List<Uncertain> of(long rootUnitId, boolean left, boolean latestFirst, int offset, int limit);

  /// How many wait for a person.
  long count(long rootUnitId);

  /// Leaves them as they are, off the desk.
  void leave(Collection<Long> deliveryIds);

  /// Asks the providers about these now.
  void ask(Collection<Long> deliveryIds);

  /// A person decides about these; those that are not uncertain any more are left as they are.
  ///
  /// @return how many were settled
  int settle(Collection<Long> deliveryIds, Outcomes.Settlement settlement, Actor actor);

  /// After a database was restored from an old copy: what is open in it may have gone out since, so
  /// it becomes uncertain.
  ///
  /// @return how many
  int doubtOpen(Actor actor);

  /// @param askable whether the provider can be asked at all
  /// @param found what it said last; null: it was not asked yet
  /// @param said in its words or ours; empty: nothing
  record Uncertain(
      Delivery delivery,
      Instant since,
      boolean askable,
      @Nullable Found found,
      String said,
      @Nullable Instant askedAt,
      int asked) {}

  enum Found {
    /// The node that sent it came back and says that the provider had taken it.
    LATE_ANSWER,
    NOT_FOUND,
    UNANSWERED
  }
}

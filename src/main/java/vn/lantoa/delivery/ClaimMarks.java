package vn.lantoa.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far this node has got with claiming one channel: of each active run, the place in its order
/// up to which nothing was left to claim. The next claim begins there.
///
/// What was sent leaves dead entries in the index, and while anybody holds a snapshot of the
/// database, as every `pg_dump` does, PostgreSQL cannot clear them away: a claim that began where
/// the run begins would walk over all that was ever sent.
///
/// A mark is only a hint. What comes back behind it (given back, recovered, written by a
/// transaction that committed late) is found by [LookBehind]; a run that was paused loses it.
final class ClaimMarks {

  private volatile Map<Long, Mark> marks = Map.of();
  private volatile Map<Long, Mark> looked = Map.of();

  /// A place in the order of a run's rows: up to this row.
  ///
  /// @param notBefore as PostgreSQL writes it, to the microsecond
  record Mark(String notBefore, long id) {

    /// Behind everything that was due at that moment.
    static Mark behind(String moment) {
      return new Mark(moment, Long.MAX_VALUE);
    }
  }

  /// What a claim says of an active run: a row for each delivery it took, or one without any.
  ///
  /// @param asOf the moment up to which it looked for what is due
  /// @param taken the place of the delivery
  record Row(long run, String asOf, @Nullable Mark taken, @Nullable ClaimedDelivery delivery) {}

  /// Where the next claim begins.
  Map<Long, Mark> all() {
    return marks;
  }

  /// Where the next look behind them begins: where the last one stopped, if it had not come to the
  /// end.
  Map<Long, Mark> looked() {
    return looked;
  }

  /// Moves the marks on after a claim that began at them. Runs it does not name are not active.
  ///
  /// @param rows run by run, and in a run row by row, in the order they were looked through
  /// @param full whether it took as many as it was asked for, and so looked no further
  void advance(List<Row> rows, boolean full) {
    marks = moved(marks, rows, full);
  }

  /// The same after a look behind them.
  void look(List<Row> rows, boolean full) {
    looked = full ? moved(looked, rows, true) : Map.of();
  }

  private static Map<Long, Mark> moved(Map<Long, Mark> before, List<Row> rows, boolean full) {
    Map<Long, Mark> moved = new HashMap<>();
    boolean lookedAt = !full;
    for (var row : rows.reversed()) {
      if (row.taken() != null && !lookedAt) {
        // The last it took: those before it have nothing left, those after it were not looked at.
        lookedAt = true;
        moved.put(row.run(), row.taken());
      } else if (lookedAt) {
        moved.putIfAbsent(row.run(), Mark.behind(row.asOf()));
      } else if (before.containsKey(row.run())) {
        moved.put(row.run(), before.get(row.run()));
      }
    }
    return Map.copyOf(moved);
  }
}

package vn.lantoa.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audit.ChainState.Fault;

/// Goes through the rows of seals and their entries, in the order of places, to the first that is
/// not as it should be.
final class ChainWalk {

  private final Iterator<Anchor> anchors;
  private byte[] last = Seals.NONE;
  private long place;
  private @Nullable Anchor next;
  private @Nullable Broken broken;

  /// Where the chain is not whole.
  record Broken(Fault fault, @Nullable Long entryId, @Nullable Anchor anchor) {}

  /// @param anchors in any order
  ChainWalk(List<Anchor> anchors) {
    this.anchors = anchors.stream().sorted(Comparator.comparingLong(Anchor::place)).iterator();
    next = following();
  }

  private @Nullable Anchor following() {
    return anchors.hasNext() ? anchors.next() : null;
  }

  /// @param rows of `place`, `hash`, `sealed_entry` and the columns of the entry, which are null
  ///   where there is none
  ChainWalk through(ResultSet rows) throws SQLException {
    while (broken == null && rows.next()) {
      broken = step(rows);
    }
    if (broken == null && next != null) {
      broken = new Broken(Fault.CUT, null, next);
    }
    return this;
  }

  private @Nullable Broken step(ResultSet row) throws SQLException {
    long sealed = row.getLong("sealed_entry");
    if (row.getLong("place") != place + 1) {
      return new Broken(Fault.TORN, sealed, null);
    }
    row.getLong("id");
    if (row.wasNull()) {
      return new Broken(Fault.MISSING, sealed, null);
    }
    var hash = row.getBytes("hash");
    if (!Arrays.equals(hash, Seals.next(last, AuditEntry.of(row)))) {
      return new Broken(Fault.CHANGED, sealed, null);
    }
    while (next != null && next.place() == place + 1) {
      if (!next.holds(hash)) {
        return new Broken(Fault.CUT, sealed, next);
      }
      next = following();
    }
    last = hash;
    place++;
    return null;
  }

  /// How many seals are in order, counted from the first.
  long place() {
    return place;
  }

  /// The last of those.
  byte[] last() {
    return last;
  }

  @Nullable Broken broken() {
    return broken;
  }
}

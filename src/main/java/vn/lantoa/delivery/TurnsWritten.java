package vn.lantoa.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the statement of [LedgerTurns] changed, by the fences of the claims and not by the
/// deliveries: a node that stood still may hold one under two claims, and only the later one is
/// good.
///
/// @param capped not marked, because the day's limit of the person is reached
/// @param beyondQuota not marked, because that of the unit, or of one above, is
/// @param surplus of each unit, how many of those were counted for it all the same
record TurnsWritten(
    Set<Long> filed,
    Set<Long> marked,
    Set<Long> capped,
    Set<Long> beyondQuota,
    Map<Long, Integer> surplus) {

  static TurnsWritten nothing() {
    return new TurnsWritten(
        new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashMap<>());
  }

  void add(ResultSet row) throws SQLException {
    if (row.getString("what").equals("surplus")) {
      surplus.merge(row.getLong("fence"), 1, Integer::sum);
      return;
    }
    var fences =
        switch (row.getString("what")) {
          case "marked" -> marked;
          case "capped" -> capped;
          case "beyond" -> beyondQuota;
          default -> filed;
        };
    fences.add(row.getLong("fence"));
  }
}

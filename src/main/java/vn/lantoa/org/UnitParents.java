package vn.lantoa.org;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which unit is below which, kept in memory: it is asked several times for every page. A unit
/// never moves, so what is known stays true; one that is not known yet was added meanwhile, here or
/// by another node.
final class UnitParents {

  private static final long NONE = 0;

  private final JdbcClient jdbc;
  private final Map<Long, Long> parents = new ConcurrentHashMap<>();

  UnitParents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The unit itself and those above it, the top last; empty when there is no such unit.
  LongStream upwards(long unitId) {
    if (!parents.containsKey(unitId)) {
      jdbc.sql("select id, coalesce(parent_id, 0) as parent_id from org_unit")
          .query(row -> {
            parents.put(row.getLong("id"), row.getLong("parent_id"));
          });
    }
    return parents.containsKey(unitId)
        ? LongStream.iterate(unitId, unit -> unit != NONE, unit -> parents.getOrDefault(unit, NONE))
        : LongStream.empty();
  }
}

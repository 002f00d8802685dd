package vn.lantoa.delivery;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which runs have anything open. Asked every second, so it is not looked for from the run's
/// beginning, where while somebody holds a snapshot of the database all that was ever sent still
/// lies: the last row is open nearly as long as the run is, and is remembered until it is not.
final class OpenRuns {

  private final JdbcClient jdbc;
  private volatile Map<Long, Long> seenOpen = Map.of();

  OpenRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @return those of the runs with nothing open any more
  List<Long> settled(List<Long> runs) {
    var before = seenOpen;
    var open =
        jdbc
            .sql(
                """
                select r.run_id, coalesce(seen.delivery_id, found.delivery_id) as open
                from unnest(:runs::bigint[], :seen::bigint[]) as r (run_id, delivery_id)
                left join queue seen on seen.delivery_id = r.delivery_id
                left join lateral (
                  select delivery_id from queue q where q.run_id = r.run_id and seen.delivery_id is null
                  order by channel desc, not_before desc, delivery_id desc limit 1
                ) found on true
                where seen.delivery_id is not null or found.delivery_id is not null
                """)
            .param("runs", runs.toArray(Long[]::new))
            .param("seen", runs.stream().map(before::get).toArray(Long[]::new))
            .query((row, _) -> Map.entry(row.getLong(1), row.getLong(2)))
            .list()
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    seenOpen = open;
    return runs.stream().filter(run -> !open.containsKey(run)).toList();
  }
}

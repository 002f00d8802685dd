package vn.lantoa.lab.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Reads what became of the moments of waves, by plain SQL.
final class Schedules {

  private Schedules() {}

  /// How often the campaign fired, whatever came of it.
  static long runs(Bench bench, Sending sending) {
    return bench
        .postgres()
        .jdbc()
        .sql("select count(*) from wave_run where campaign_id = :campaign")
        .param("campaign", sending.campaign())
        .query(Long.class)
        .single();
  }

  /// The moments they fired for, whatever came of it.
  static List<Instant> moments(Bench bench, List<Sending> sendings) {
    return bench
        .postgres()
        .jdbc()
        .sql("select fire_at from wave_run where campaign_id = any(:campaigns) order by fire_at")
        .param("campaigns", ids(sendings))
        .query((row, _) -> row.getTimestamp("fire_at").toInstant())
        .list();
  }

  /// @param created after how long it was begun, measured from its moment
  /// @param catchUp how late it may be
  record Run(long wave, String status, Duration created, Duration catchUp) {

    boolean isMissed() {
      return status.equals("MISSED");
    }
  }

  static List<Run> of(Bench bench, List<Sending> sendings) {
    return bench
        .postgres()
        .jdbc()
        .sql(
            """
            select r.wave_id, r.status, extract(epoch from r.created_at - r.fire_at) as late, w.catch_up_seconds
            from wave_run r join wave w on w.id = r.wave_id where r.campaign_id = any(:campaigns)
            """)
        .param("campaigns", ids(sendings))
        .query((row, _) ->
            new Run(
                row.getLong("wave_id"),
                row.getString("status"),
                Duration.ofSeconds(row.getLong("late")),
                Duration.ofSeconds(row.getLong("catch_up_seconds"))))
        .list();
  }

  /// Waves whose moment has passed by the database's clock and that nobody looked at.
  static long unfired(Bench bench, List<Sending> sendings) {
    return bench
        .postgres()
        .jdbc()
        .sql(
            """
            select count(*) from wave where campaign_id = any(:campaigns) and next_fire_at < lantoa_now()
            """)
        .param("campaigns", ids(sendings))
        .query(Long.class)
        .single();
  }

  private static Long[] ids(List<Sending> sendings) {
    return sendings.stream().map(Sending::campaign).toArray(Long[]::new);
  }
}

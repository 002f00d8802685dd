package vn.lantoa.cluster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCluster implements Cluster {

  private final JdbcClient jdbc;

  JdbcCluster(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Member> members() {
    return jdbc.sql(
            """
            select id, host, version, started_at, seen_at, left_at, extract(epoch from skew) as skew,
              case when left_at is not null then 'LEFT'
                   when seen_at < lantoa_now() - make_interval(secs => :silence) then 'SILENT'
                   else 'RUNNING' end as state
            from node where seen_at > lantoa_now() - interval '1 day'
            order by left_at is null desc, seen_at desc
            """)
        .param("silence", Heartbeat.SILENCE.toSeconds())
        .query(JdbcCluster::member)
        .list();
  }

  @Override
  public Optional<Hold> hold() {
    return jdbc.sql("select held_since, held_reason from instance where held_since is not null")
        .query((row, _) -> new Hold(row.getTimestamp(1).toInstant(), row.getString(2)))
        .optional();
  }

  @Override
  public void release() {
    jdbc.sql("update instance set held_since = null, held_reason = null").update();
  }

  private static Member member(ResultSet row, int number) throws SQLException {
    return new Member(
        row.getString("id"),
        row.getString("host"),
        row.getString("version"),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("seen_at").toInstant(),
        instant(row, "left_at"),
        Duration.ofMillis(Math.round(row.getDouble("skew") * 1_000)),
        State.valueOf(row.getString("state")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}

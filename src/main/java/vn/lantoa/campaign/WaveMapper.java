package vn.lantoa.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audience.Segment;
import vn.lantoa.common.Channel;

/// Reads rows of `wave`.
final class WaveMapper {

  private WaveMapper() {}

  static Wave wave(ResultSet row) throws SQLException {
    return new Wave(
        row.getLong("id"),
        row.getInt("position"),
        row.getString("item_id"),
        row.getString("content_hash"),
        new Segment(row.getLong("segment_unit_id"), Set.copyOf(texts(row, "segment_audiences"))),
        texts(row, "channels").stream().map(Channel::new).toList(),
        new Timing(
            row.getObject("start_local", LocalDateTime.class),
            ZoneId.of(row.getString("zone")),
            row.getString("cron")),
        Duration.ofSeconds(row.getInt("catch_up_seconds")),
        Duration.ofSeconds(row.getInt("deadline_seconds")),
        instant(row, "next_fire_at"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}

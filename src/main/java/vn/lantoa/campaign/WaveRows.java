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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.common.Channel;

/// Reads and writes rows of `wave`.
@Component
final class WaveRows {

  private final JdbcClient jdbc;

  WaveRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The waves of a campaign that has none yet, in this order.
  void insert(long campaignId, List<WaveDraft> waves) {
    int position = 1;
    for (var wave : waves) {
      jdbc.sql(
              """
              insert into wave (campaign_id, position, item_id, segment_unit_id, segment_audiences, channels,
                start_local, zone, cron, catch_up_seconds, deadline_seconds)
              values (:campaign, :position, :item, :unit, :audiences, :channels,
                :start, :zone, :cron, :catchUp, :deadline)
              """)
          .param("campaign", campaignId)
          .param("position", position++)
          .param("item", wave.itemId())
          .param("unit", wave.segment().unitId())
          .param("audiences", wave.segment().audiences().toArray(String[]::new))
          .param("channels", wave.channels().stream().map(Channel::key).toArray(String[]::new))
          .param("start", wave.timing().start())
          .param("zone", wave.timing().zone().getId())
          .param("cron", wave.timing().cron())
          .param("catchUp", wave.catchUp().toSeconds())
          .param("deadline", wave.deadline().toSeconds())
          .update();
    }
  }

  static Wave wave(ResultSet row) throws SQLException {
    return new Wave(
        row.getLong("id"),
        row.getInt("position"),
        row.getString("item_id"),
        row.getString("content_hash"),
        instant(row, "names_as_of"),
        row.getArray("outlets") == null
            ? null
            : List.of((Long[]) row.getArray("outlets").getArray()),
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

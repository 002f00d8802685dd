package vn.lantoa.campaign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audience.Segments;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.common.Channels;

/// How many people an approval was for. Lists change, and a message goes to who is on them when it
/// goes; but who approved it for eight has not approved it for three hundred that one person alone
/// added afterwards.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ApprovedAudience {

  /// So many more, or half as many again, come by themselves: a new class, a new quarter.
  private static final int FEW = 100;

  private final JdbcClient jdbc;
  private final Segments segments;
  private final Channels channels;

  ApprovedAudience(JdbcClient jdbc, Segments segments, Channels channels) {
    this.jdbc = jdbc;
    this.segments = segments;
    this.channels = channels;
  }

  /// With the approval.
  void fix(Wave wave) {
    jdbc.sql("update wave set approved_people = :people where id = :id")
        .param("people", isForPeople(wave) ? segments.size(wave.segment()) : null)
        .param("id", wave.id())
        .update();
  }

  private boolean isForPeople(Wave wave) {
    return wave.channels().stream()
        .anyMatch(channel -> channels.of(channel).target() == Target.PERSON);
  }

  /// Whether far more people would get it by now.
  boolean isOutgrown(Wave wave) {
    return jdbc.sql(
            "select approved_people from wave where id = :id and approved_people is not null")
        .param("id", wave.id())
        .query(Long.class)
        .optional()
        .filter(approved -> segments.size(wave.segment()) > approved + Math.max(FEW, approved / 2))
        .isPresent();
  }

  private static final String TOUCHED =
      """
      select w.*
        from wave w
        join campaign c on c.id = w.campaign_id
       where c.status in ('APPROVED', 'RUNNING', 'PAUSED')
         and w.next_fire_at is not null
         and w.approved_people is not null
         and (w.segment_unit_id in (select unit_and_below(:unit))
           or :unit in (select unit_and_below(w.segment_unit_id)))
       order by w.campaign_id, w.id
      """;

  /// The campaigns that have yet to fire a wave whose audience has outgrown its approval.
  ///
  /// @param unitId where people were added
  List<Long> outgrown(long unitId) {
    return jdbc
        .sql(TOUCHED)
        .param("unit", unitId)
        .query((row, _) -> new Touched(row.getLong("campaign_id"), WaveRows.wave(row)))
        .list()
        .stream()
        .filter(touched -> isOutgrown(touched.wave))
        .map(Touched::campaignId)
        .distinct()
        .toList();
  }

  private record Touched(long campaignId, Wave wave) {}
}

package vn.lantoa.campaign;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Runs for what belongs to no campaign of the office: letters to people who work here. The ledger
/// knows rows of runs of campaigns; each unit has one that is always running, which [CampaignRows]
/// and all lists and reports leave out.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class NoticeRuns {

  private final JdbcClient jdbc;

  NoticeRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String OPEN =
      """
      insert into campaign (unit_id, name, status, kind, author)
      values (:unit, 'Thông báo nội bộ', 'RUNNING', 'NOTICES', 'Lan Tỏa')
      -- A node of before there were notices takes it for an ordinary one and finishes it.
      on conflict (unit_id) where kind = 'NOTICES' do update set status = 'RUNNING' where campaign.status <> 'RUNNING'
      """;

  private static final String WAVE =
      """
      insert into wave (campaign_id, position, segment_unit_id, segment_audiences, channels, catch_up_seconds,
        deadline_seconds)
      select id, 1, unit_id, '{}', '{email}', 0, 259200 from campaign where unit_id = :unit and kind = 'NOTICES'
      on conflict (campaign_id, position) do nothing
      """;

  private static final String BEGIN =
      """
      insert into wave_run (wave_id, campaign_id, fire_at, status, content_hash)
      select w.id, c.id, lantoa_now(), 'RUNNING', ''
      from campaign c join wave w on w.campaign_id = c.id where c.unit_id = :unit and c.kind = 'NOTICES'
      returning id, campaign_id
      """;

  /// Begins a run, for rows that are written in the same transaction.
  ///
  /// @param unitId in whose name they go out
  public NoticeRun begin(long unitId) {
    jdbc.sql(OPEN).param("unit", unitId).update();
    jdbc.sql(WAVE).param("unit", unitId).update();
    return jdbc.sql(BEGIN)
        .param("unit", unitId)
        .query((row, _) -> new NoticeRun(row.getLong("id"), row.getLong("campaign_id")))
        .single();
  }

  /// @param campaignId the one its unit has for it
  public record NoticeRun(long id, long campaignId) {}
}

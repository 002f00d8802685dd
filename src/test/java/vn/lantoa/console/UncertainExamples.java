package vn.lantoa.console;

import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What waits at the desk for what is uncertain.
public final class UncertainExamples {

  private UncertainExamples() {}

  /// Messages of one of the unit's campaigns of which nobody knows whether they went out.
  ///
  /// @return the deliveries, in the order of the names
  public static List<Long> fill(ApplicationContext context, long unitId, String... names) {
    var jdbc = context.getBean(JdbcClient.class);
    var ids =
        jdbc.sql(
                """
                with c as (
                  insert into campaign (unit_id, name, status, author) values (:unit, 'Chiến dịch cũ', 'FINISHED', 'Lan')
                  returning id, unit_id
                ), w as (
                  insert into wave (campaign_id, position, item_id, segment_unit_id, segment_audiences, channels,
                    start_local, catch_up_seconds, deadline_seconds)
                  select c.id, 1, i.id, unit_id, '{}', '{email}', lantoa_now(), 7200, 7200
                  from c, (select id from content_item limit 1) i returning id, campaign_id
                ), r as (
                  insert into wave_run (wave_id, campaign_id, fire_at, status)
                  select id, campaign_id, lantoa_now(), 'FINISHED' from w returning id, campaign_id
                )
                insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name,
                  address, status, not_before, expires_at)
                select r.id, r.campaign_id, 'email', 'PERSON', n, :unit, name, 'p' || n || '@mau.example.vn', 'SENT',
                  lantoa_now(), lantoa_now() + interval '1 day'
                from r, unnest(:names::text[]) with ordinality as who (name, n) order by n
                returning id
                """)
            .param("unit", unitId)
            .param("names", names)
            .query((row, _) -> row.getLong(1))
            .list();
    jdbc.sql("update delivery set status = 'UNCERTAIN', reason = '@crashed' where id = any(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .update();
    // Long enough for an alarm.
    jdbc.sql(
            "update uncertain set since = lantoa_now() - interval '1 hour' where delivery_id = any(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .update();
    return ids;
  }
}

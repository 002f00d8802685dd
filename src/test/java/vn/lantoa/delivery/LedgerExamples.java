package vn.lantoa.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.ChannelSettings;
import vn.lantoa.common.ChannelSettings.OnUncertain;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Node;

/// A running campaign with SMS deliveries that are due, written straight into the tables.
final class LedgerExamples {

  private LedgerExamples() {}

  static void runningCampaign(JdbcClient jdbc, int deliveries) {
    jdbc.sql(
            """
            with unit as (
              insert into org_unit (kind, code, name) values ('DEPARTMENT', 'SO', 'Sở') returning id
            ), item as (
              insert into content_item (id, current_hash) values ('bai', 'hash') returning id
            ), c as (
              insert into campaign (unit_id, name, status, author) select id, 'Thử', 'RUNNING', 'Lan' from unit
              returning id, unit_id
            ), w as (
              insert into wave (campaign_id, position, item_id, segment_unit_id, segment_audiences, channels,
                start_local, catch_up_seconds, deadline_seconds)
              select c.id, 1, item.id, c.unit_id, '{}', '{sms}', now(), 7200, 7200 from c, item
              returning id, campaign_id
            ), r as (
              insert into wave_run (wave_id, campaign_id, fire_at, status, content_hash)
              select id, campaign_id, now(), 'RUNNING', 'hash' from w returning id, campaign_id
            )
            insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name,
              address, status, not_before, expires_at)
            select r.id, r.campaign_id, 'sms', 'PERSON', n, 1, 'Người ' || n, '+8430' || lpad(n::text, 7, '0'),
              'PENDING', now() - interval '1 s', now() + interval '1 h'
            from r, generate_series(1, :n) as n
            """)
        .param("n", deliveries)
        .update();
  }

  static Channels channels() {
    return new Channels(
        Map.of(
            "sms",
            new ChannelSettings(
                "",
                ChannelSettings.Target.PERSON,
                "sms",
                true,
                10,
                4,
                Duration.ofSeconds(60),
                3,
                OnUncertain.HOLD,
                0)));
  }

  static DeliveryQueue queue(JdbcClient jdbc, String node) {
    return new JdbcDeliveryQueue(jdbc, new Node(node), channels());
  }

  static LedgerTurns turns(JdbcClient jdbc, String node) {
    return new LedgerTurns(
        jdbc,
        queue(jdbc, node),
        new Node(node),
        new SendingHours(queue(jdbc, node), new AnyHour(), InstantSource.system()),
        new FrequencyCap(
            jdbc, queue(jdbc, node), channels(), new AnyHour(), InstantSource.system()));
  }

  static List<Boolean> mark(JdbcClient jdbc, String node, List<ClaimedDelivery> claimed) {
    var turns = turns(jdbc, node);
    return claimed.stream().map(next -> turns.commit(next.channel(), null, next, "main")).toList();
  }

  static long campaign(JdbcClient jdbc) {
    return jdbc.sql("select id from campaign").query(Long.class).single();
  }

  static long count(JdbcClient jdbc, String status) {
    return jdbc.sql("select count(*) from delivery_now where status = :status")
        .param("status", status)
        .query(Long.class)
        .single();
  }
}

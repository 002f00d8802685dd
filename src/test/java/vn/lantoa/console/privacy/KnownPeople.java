package vn.lantoa.console.privacy;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.console.ConsoleExamples;

/// People of a commune, with all that is written about somebody in a year.
final class KnownPeople {

  private final ConsoleExamples examples;
  private final Recipients recipients;
  private final JdbcClient jdbc;

  KnownPeople(ConsoleExamples examples, Recipients recipients, JdbcClient jdbc) {
    this.examples = examples;
    this.recipients = recipients;
    this.jdbc = jdbc;
  }

  long person(String name, String phone, String email, String code) {
    var addresses =
        email == null
            ? Map.of(Channel.SMS, phone)
            : Map.of(Channel.SMS, phone, Channel.EMAIL, email);
    var person =
        new NewRecipient(
            examples.commune().id(), name, "nguoi-dan", code, addresses, "Phiếu của " + name);
    recipients.put(person, Actor.SYSTEM);
    return recipients.byKey(person.key(), person.unitId()).orElseThrow();
  }

  /// One of each end, and one that waits.
  void deliveries(long id, String name) {
    deliveries(id, name, "?");
  }

  /// @param spelled how a provider writes the number
  void deliveries(long id, String name, String spelled) {
    jdbc.sql(
            """
            with c as (
              insert into campaign (unit_id, name, status, author) values (:unit, 'Chiến dịch để xóa', 'PAUSED', 'Lan')
              returning id, unit_id
            ), w as (
              insert into wave (campaign_id, position, item_id, segment_unit_id, segment_audiences, channels,
                start_local, catch_up_seconds, deadline_seconds)
              select c.id, 1, i.id, unit_id, '{}', '{email}', lantoa_now(), 7200, 7200
              from c, (select id from content_item limit 1) i returning id, campaign_id
            ), r as (
              insert into wave_run (wave_id, campaign_id, fire_at, status)
              select id, campaign_id, lantoa_now(), 'RUNNING' from w returning id, campaign_id
            ), places as (
              -- Once a run, channel and person: the ends are told apart by the channel.
              select channel || case when place > 1 then place::text else '' end as channel, address, place
              from contact_point p, generate_series(1, 3) place
              where p.recipient_id = :id and (p.channel = 'email' or place = 1)
            )
            insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name,
              address, status, reason, not_before, expires_at, settled_at)
            select r.id, r.campaign_id, channel, 'PERSON', :id, :unit, :name, address,
              case place when 1 then 'SENT' when 2 then 'FAILED' else 'PENDING' end,
              case place when 2 then '550 5.1.1 <' || upper(address) || '> unknown: ' || :name end,
              lantoa_now() + interval '1 hour', lantoa_now() + interval '1 day',
              case when place < 3 then lantoa_now() end
            from r, places
            """)
        .param("unit", examples.commune().id())
        .param("id", id)
        .param("name", name)
        .update();
    jdbc.sql(
            """
            insert into attempt (delivery_id, number, node, ended_at, outcome, reason)
            select id, 1, 'here', lantoa_now(), 'permanent', 'To: ' || :spelled || ', ' || address
            from delivery where target_id = :id
            """)
        .param("spelled", spelled)
        .param("id", id)
        .update();
    jdbc.sql(
            """
            insert into address_day (channel, address, day, n)
            select channel, address, current_date, 1 from contact_point where recipient_id = :id
            """)
        .param("id", id)
        .update();
  }

  void draft(String text) {
    jdbc.sql(
            """
            with author as (
              insert into account (username, name, password_hash) values (gen_random_uuid(), 'Người Soạn', '-')
              returning id
            ), granted as (
              insert into role_grant (account_id, role, unit_id) select id, 'OFFICER', :unit from author
            )
            insert into content_draft (account_id, fields, saved_at)
            select id, json_build_object('sms', json_build_array(:text::text)), lantoa_now() from author
            """)
        .param("unit", examples.commune().id())
        .param("text", text)
        .update();
  }

  /// How many messages have which end.
  Map<String, Long> sums() {
    var sums = new java.util.TreeMap<String, Long>();
    jdbc.sql("select status, count(*) from delivery group by status")
        .query(row -> {
          sums.put(row.getString(1), row.getLong(2));
        });
    return sums;
  }

  List<String> miscounted() {
    return jdbc.sql(
            """
            select format('run %s %s %s: %s, tally %s', run_id, channel, status, d.n, t.n)
            from (select run_id, channel, status, count(*) as n from delivery group by 1, 2, 3) d
            full join (select run_id, channel, status, sum(n) as n from tally group by 1, 2, 3 having sum(n) <> 0) t
              using (run_id, channel, status)
            where d.n is distinct from t.n
            """)
        .query(String.class)
        .list();
  }
}

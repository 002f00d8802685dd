package vn.lantoa.lab.bench;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.content.ContentItem;
import vn.lantoa.org.OrgUnit;

/// Three years of sending, written straight into the tables: a bulletin to everybody, ten times,
/// and a hundred campaigns of single communes by e-mail and SMS. Every final state has its share,
/// with the words providers use. The ledger's own triggers keep its tally, as in real life.
final class OldDeliveries {

  /// Over the years each person got this many.
  static final int PER_PERSON = 50;

  private static final int BULLETINS = 10;
  private static final int CAMPAIGNS = 100;
  private static final int DAYS = 3 * 365;

  private final JdbcClient jdbc;
  private final ContentItem item;

  OldDeliveries(JdbcClient jdbc, ContentItem item) {
    this.jdbc = jdbc;
    this.item = item;
  }

  /// @return the campaign of the bulletin, the largest
  long fill(OrgUnit department, List<OrgUnit> communes) {
    var begin = OffsetDateTime.now(ZoneOffset.UTC).minusDays(DAYS).truncatedTo(ChronoUnit.HOURS);
    var bulletin =
        campaign(department, department, "Bản tin dịch vụ công trực tuyến", "{email}", begin);
    for (int i = 0; i < CAMPAIGNS; i++) {
      var at = begin.plusDays((long) DAYS * i / (CAMPAIGNS + 1));
      if (i % (CAMPAIGNS / BULLETINS) == 0) {
        run(bulletin, at);
      }
      var commune = communes.get(i % communes.size());
      run(
          campaign(
              department, commune, "Đợt " + (i + 1) + " tại " + commune.name(), "{email,sms}", at),
          at.plusHours(2));
    }
    jdbc.sql(
            """
            insert into uncertain (delivery_id, since, looked_up_at, look_ups, found, left_at)
            select id, settled_at, settled_at, 10, 'NOT_FOUND', case when id % 10 > 0 then settled_at end
            from delivery where status = 'UNCERTAIN'
            """)
        .update();
    return bulletin.campaign();
  }

  /// Whether the tally says of every run what a count would.
  boolean isTallyRight() {
    return jdbc.sql(
            """
            with counted as (
              select run_id, channel, status, count(*) as n from delivery group by run_id, channel, status
            ), told as (
              select run_id, channel, status, sum(n) as n from tally group by run_id, channel, status having sum(n) <> 0
            )
            select not exists (select from (table counted except table told) missing)
              and not exists (select from (table told except table counted) invented)
            """)
        .query(Boolean.class)
        .single();
  }

  private record Wave(long campaign, long id, OrgUnit to, String channels) {}

  private Wave campaign(OrgUnit by, OrgUnit to, String name, String channels, OffsetDateTime at) {
    long campaign =
        jdbc.sql(
                """
                with c as (
                  insert into campaign (unit_id, name, status, author, created_at, submitted_at, approver, approved_at,
                    finished_at)
                  values (:by, :name, 'FINISHED', 'can-bo', :at, :at, 'nguoi-duyet', :at, :at) returning id
                ), audited as (
                  insert into audit_entry (at, actor, action, subject)
                  select :at, 'can-bo', action, 'campaign:' || id
                  from c, unnest('{campaign.create,campaign.submit,campaign.approve}'::text[]) as action
                )
                select id from c
                """)
            .param("by", by.id())
            .param("name", name)
            .param("at", at)
            .query((row, _) -> row.getLong(1))
            .single();
    long wave =
        jdbc.sql(
                """
                insert into wave (campaign_id, position, item_id, content_hash, segment_unit_id, segment_audiences,
                  channels, start_local, catch_up_seconds, deadline_seconds)
                values (:campaign, 1, :item, :hash, :to, '{}', :channels::text[], :at::timestamp, 7200, 172800)
                returning id
                """)
            .param("campaign", campaign)
            .param("item", item.id())
            .param("hash", item.current().hash())
            .param("to", to.id())
            .param("channels", channels)
            .param("at", at.toLocalDateTime())
            .query((row, _) -> row.getLong(1))
            .single();
    return new Wave(campaign, wave, to, channels);
  }

  private static final String DELIVERIES =
      """
      with fate (channel, upto, status, reasons) as (values
        ('email', 9000, 'SENT', '{}'::text[]),
        ('email', 9150, 'FAILED', '{550 5.1.1 <%s>: user unknown,552 5.2.2 mailbox full,450 4.2.1 try again later}'),
        ('email', 9153, 'UNCERTAIN', '{@crashed,connection lost after DATA}'),
        ('email', 9750, 'SUPPRESSED', '{@suppressed.OPT_OUT,@suppressed.HARD_BOUNCE,@no-consent}'),
        ('email', 9960, 'EXPIRED', '{@expired}'),
        ('email', 10000, 'CANCELLED', '{@cancelled}'),
        ('sms', 8300, 'DELIVERED', '{}'),
        ('sms', 8800, 'SENT', '{}'),
        ('sms', 9200, 'UNDELIVERED', '{30003,30005,30006}'),
        ('sms', 9350, 'FAILED', '{21610,21211}'),
        ('sms', 9353, 'UNCERTAIN', '{@crashed,read timed out}'),
        ('sms', 9850, 'SUPPRESSED', '{@suppressed.OPT_OUT,@no-consent}'),
        ('sms', 9960, 'EXPIRED', '{@expired}'),
        ('sms', 10000, 'CANCELLED', '{@cancelled}')
      ), person as (
        select r.id, r.name, p.channel, p.address, abs(hashint8(r.id * 7919 + :run)) % 10000 as luck
        from recipient r join contact_point p on p.recipient_id = r.id
        where r.unit_id in (select unit_and_below(:to)) and p.channel = any(:channels::text[])
      )
      insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name, address,
        status, reason, provider_ref, not_before, expires_at, attempts, owner, account, wire_at, settled_at)
      select :run, :campaign, person.channel, 'PERSON', person.id, :to, person.name, person.address, fate.status,
        nullif(format(fate.reasons[1 + luck % greatest(1, cardinality(fate.reasons))], person.address), ''),
        case when fate.status in ('SENT', 'DELIVERED', 'UNDELIVERED')
          then case person.channel when 'sms' then 'SM' || md5(:run || '.' || person.id)
               else '<' || person.id || '.' || :run || '.a1b2c3d4@lantoa.example.vn>' end end,
        :at, :at::timestamptz + interval '2 days',
        case when tried then 1 else 0 end, case when tried then 'b27f8c02' end, case when tried then 'main' end,
        case when tried then sent_at end, sent_at
      from person
      cross join lateral (
        select * from fate f where f.channel = person.channel and person.luck < f.upto order by f.upto limit 1
      ) fate
      cross join lateral (
        select fate.status not in ('SUPPRESSED', 'EXPIRED', 'CANCELLED') as tried,
          :at::timestamptz + (person.id % 3600) * interval '1 second' as sent_at
      ) try
      order by person.channel, person.address
      """;

  private void run(Wave wave, OffsetDateTime at) {
    long run =
        jdbc.sql(
                """
                insert into wave_run (wave_id, campaign_id, fire_at, status, content_hash, created_at, finished_at)
                values (:wave, :campaign, :at, 'FINISHED', :hash, :at, :at) returning id
                """)
            .param("wave", wave.id())
            .param("campaign", wave.campaign())
            .param("at", at)
            .param("hash", item.current().hash())
            .query((row, _) -> row.getLong(1))
            .single();
    jdbc.sql(DELIVERIES)
        .param("run", run)
        .param("campaign", wave.campaign())
        .param("to", wave.to().id())
        .param("channels", wave.channels())
        .param("at", at)
        .update();
    jdbc.sql(
            """
            insert into attempt (delivery_id, number, node, wire_at, ended_at, outcome, reason)
            select id, attempts, owner, wire_at, settled_at,
              case when status = 'UNCERTAIN' then 'ambiguous' when id % 3 = 0 then 'exhausted' else 'permanent' end,
              reason
            from delivery where run_id = :run and status in ('FAILED', 'UNCERTAIN')
            """)
        .param("run", run)
        .update();
  }
}

package vn.lantoa.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.campaign.WaveRuns.Run;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.database.DatabaseClock;

/// Writes a delivery for each of those a run is meant for. Nowhere "on conflict": a run is begun
/// once, in the same transaction, and its targets are distinct; looking for each row whether it is
/// there already would cost a tenth of the expansion.
final class WaveTargets {

  private final JdbcClient jdbc;
  private final SendCalendar calendar;
  private final DatabaseClock clock;

  WaveTargets(JdbcClient jdbc, SendCalendar calendar, DatabaseClock clock) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// @return how many
  int insert(Run run, Channel channel, Target target) {
    return switch (target) {
      case PERSON -> insert(PEOPLE, run, channel);
      case OUTLET -> insert(OUTLETS, run, channel);
      // The school also gets its script by e-mail: a delivery of its own, counted as e-mail.
      case STATION -> insert(STATIONS, run, channel) + insert(STATION_MAILS, run, Channel.EMAIL);
    };
  }

  private static final String PEOPLE =
      """
      insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name, address,
        status, reason, not_before, expires_at, settled_at)
      -- A family may share one telephone: an address gets one message, in the name of whoever agreed first.
      select distinct on (p.address)
        :run, :campaign, :channel, 'PERSON', r.id, :unit, r.name, p.address,
        case when s.id is not null or p.agreed is null then 'SUPPRESSED' else 'PENDING' end,
        case when s.id is not null then '@suppressed.' || s.reason when p.consent_at is null then '@no-consent'
          when p.agreed is null then '@no-promo-consent' end,
        :notBefore::timestamptz, :expires::timestamptz,
        case when s.id is not null or p.agreed is null then lantoa_now() end
      from recipient r
      join (
        select point.*, agreed(point, c.purpose) as agreed
        from contact_point point cross join campaign c where c.id = :campaign
      ) p on p.recipient_id = r.id and p.channel = :channel
      left join suppression s on s.channel = p.channel and s.address = p.address and s.lifted_at is null
        and holds_in(s, r.unit_id)
      where r.removed_at is null
        and r.unit_id in (select unit_and_below(:segmentUnit))
        and (cardinality(:audiences::text[]) = 0 or r.audience = any(:audiences::text[]))
        and (:peopleAsOf::timestamptz is null or r.listed_at <= :peopleAsOf::timestamptz
          and (p.agreed is null or p.agreed <= :peopleAsOf::timestamptz))
      order by p.address, p.agreed nulls last, r.id
      """;

  private static final String OUTLETS =
      """
      insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name, address,
        status, not_before, expires_at)
      select :run, :campaign, :channel, 'OUTLET', o.id, o.unit_id, o.name, o.address,
        'PENDING', :notBefore::timestamptz, :expires::timestamptz
      from outlet o
      where o.active and o.channel = :channel and o.unit_id in (select unit_and_below(:segmentUnit))
        and (:outlets::bigint[] is null or o.id = any(:outlets::bigint[]))
      """;

  private static final String STATIONS =
      """
      insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name, address,
        status, not_before, expires_at)
      select :run, :campaign, :channel, 'STATION', s.id, s.unit_id, s.name, s.id::text,
        'PENDING', :notBefore::timestamptz, :expires::timestamptz
      from station s
      where s.active and s.unit_id in (select unit_and_below(:segmentUnit))
      """;

  private static final String STATION_MAILS =
      """
      insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name, address,
        status, reason, not_before, expires_at, settled_at)
      select :run, :campaign, :channel, 'STATION', s.id, s.unit_id, s.name, s.email,
        case when b.id is null then 'PENDING' else 'SUPPRESSED' end,
        case when b.id is not null then '@suppressed.' || b.reason end,
        :notBefore::timestamptz, :expires::timestamptz,
        case when b.id is not null then lantoa_now() end
      from station s
      left join suppression b on b.channel = :channel and b.address = s.email and b.lifted_at is null
        and holds_in(b, s.unit_id)
      where s.active and s.email is not null and s.unit_id in (select unit_and_below(:segmentUnit))
      """;

  private int insert(String statement, Run run, Channel channel) {
    var wave = run.wave();
    // A moment that is caught up late is measured from now, by the clock all nodes share; quiet
    // hours then move it on.
    Instant now = clock.read();
    Instant wanted = run.fireAt().isAfter(now) ? run.fireAt() : now;
    return jdbc.sql(statement)
        .param("segmentUnit", wave.segment().unitId())
        .param("run", run.id())
        .param("campaign", run.campaignId())
        .param("channel", channel.key())
        .param("unit", run.unitId())
        .param("notBefore", utc(calendar.nextAllowed(channel, wanted, wave.timing().zone())))
        .param("expires", utc(run.fireAt().plus(wave.deadline())))
        .param("outlets", wave.outlets() == null ? null : wave.outlets().toArray(Long[]::new))
        .param("peopleAsOf", run.peopleAsOf() == null ? null : utc(run.peopleAsOf()))
        .param("audiences", wave.segment().audiences().toArray(String[]::new))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

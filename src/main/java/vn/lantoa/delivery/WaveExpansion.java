package vn.lantoa.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.campaign.CampaignStopped;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.campaign.WaveRuns.Run;
import vn.lantoa.campaign.WaveRuns.Status;
import vn.lantoa.cluster.Cluster;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.common.Channels;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.schedule.WaveDue;

/// Turns a wave's moment into deliveries: one statement per channel, all of them and the run in one
/// transaction. Either the whole audience is in the ledger or the wave has not fired.
@Component
@Transactional
class WaveExpansion {

  private static final Logger log = LoggerFactory.getLogger(WaveExpansion.class);

  /// From here on the size of the queue matters to how it is read.
  private static final int MANY = 1_000;

  private final WaveRuns runs;
  private final JdbcClient jdbc;
  private final Channels channels;
  private final SendCalendar calendar;
  private final DeliveryQueue queue;
  private final Cluster cluster;
  private final DatabaseClock clock;

  WaveExpansion(
      WaveRuns runs,
      JdbcClient jdbc,
      Channels channels,
      SendCalendar calendar,
      DeliveryQueue queue,
      Cluster cluster,
      DatabaseClock clock) {
    this.runs = runs;
    this.jdbc = jdbc;
    this.channels = channels;
    this.calendar = calendar;
    this.queue = queue;
    this.cluster = cluster;
    this.clock = clock;
  }

  @EventListener
  void expand(WaveDue due) {
    if (cluster.hold().isPresent()) {
      // The sweep fires it when someone lets this copy go on, if it is not too late by then.
      return;
    }
    runs.begin(due.waveId(), due.fireAt(), clock.read())
        .filter(run -> run.status() == Status.RUNNING)
        .ifPresent(this::expand);
  }

  @EventListener
  void stopped(CampaignStopped campaign) {
    if (campaign.cancelled()) {
      queue.cancel();
    }
  }

  private void expand(Run run) {
    // For this transaction: so that the sort of a hundred thousand addresses stays in memory.
    jdbc.sql("set local work_mem = '64MB'").update();
    int planned = 0;
    for (var channel : run.wave().channels()) {
      planned +=
          switch (channels.of(channel).target()) {
            case PERSON -> insert(PEOPLE, run, channel);
            case OUTLET -> insert(OUTLETS, run, channel);
            case STATION -> insert(STATIONS, run, channel);
          };
      if (channels.of(channel).target() == Target.STATION) {
        // The school also gets its script by e-mail: a delivery of its own, counted as e-mail.
        planned += insert(STATION_MAILS, run, Channel.EMAIL);
      }
    }
    if (planned > MANY) {
      // The queue was small when PostgreSQL last looked. Until it looks again by itself, a minute
      // or so, it would read all of it for every claim.
      jdbc.sql("analyze queue").update();
    }
    log.info(
        "campaign={} wave={} run={} expanded into {} deliveries",
        run.campaignId(),
        run.wave().id(),
        run.id(),
        planned);
  }

  // No "on conflict": a run is begun once, in this transaction, and its targets are distinct;
  // looking
  // for each row whether it is there already would cost a tenth of the expansion.

  private static final String PEOPLE =
      """
      insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name, address,
        status, reason, not_before, expires_at, settled_at)
      -- A family may share one telephone: an address gets one message, in the name of whoever agreed first.
      select distinct on (p.address)
        :run, :campaign, :channel, 'PERSON', r.id, :unit, r.name, p.address,
        case when s.id is not null or p.consent_at is null then 'SUPPRESSED' else 'PENDING' end,
        case when s.id is not null then '@suppressed.' || s.reason when p.consent_at is null then '@no-consent' end,
        :notBefore::timestamptz, :expires::timestamptz,
        case when s.id is not null or p.consent_at is null then lantoa_now() end
      from recipient r
      join contact_point p on p.recipient_id = r.id and p.channel = :channel
      left join suppression s on s.channel = p.channel and s.address = p.address and s.lifted_at is null
      where r.removed_at is null
        and r.unit_id in (select unit_and_below(:segmentUnit))
        and (cardinality(:audiences::text[]) = 0 or r.audience = any(:audiences::text[]))
      order by p.address, p.consent_at nulls last, r.id
      """;

  private static final String OUTLETS =
      """
      insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name, address,
        status, not_before, expires_at)
      select :run, :campaign, :channel, 'OUTLET', o.id, o.unit_id, o.name, o.address,
        'PENDING', :notBefore::timestamptz, :expires::timestamptz
      from outlet o
      where o.active and o.channel = :channel and o.unit_id in (select unit_and_below(:segmentUnit))
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
        .param("audiences", wave.segment().audiences().toArray(String[]::new))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

package vn.lantoa.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.campaign.ApprovedAudience.Outgrown;
import vn.lantoa.common.ProgramAct;

/// The firings of waves in PostgreSQL.
@Repository
@Transactional
class JdbcWaveRuns implements WaveRuns {

  private static final Logger log = LoggerFactory.getLogger(JdbcWaveRuns.class);

  private final JdbcClient jdbc;
  private final Reapprovals reapprovals;
  private final WaveMoments moments;
  private final ApprovedAudience audience;
  private final ApplicationEventPublisher events;

  JdbcWaveRuns(
      JdbcClient jdbc,
      Reapprovals reapprovals,
      WaveMoments moments,
      ApprovedAudience audience,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.reapprovals = reapprovals;
    this.moments = moments;
    this.audience = audience;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Due> due(Instant now) {
    return jdbc.sql(
            """
            select w.id, w.next_fire_at from wave w join campaign c on c.id = w.campaign_id
            where w.next_fire_at <= :now and c.status in ('APPROVED', 'RUNNING')
            order by w.next_fire_at, w.id
            """)
        .param("now", utc(now))
        .query(JdbcWaveRuns::dueRow)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Due> upcoming(long campaignId) {
    return jdbc.sql(
            """
            select id, next_fire_at from wave
            where campaign_id = :campaign and next_fire_at is not null order by next_fire_at, id
            """)
        .param("campaign", campaignId)
        .query(JdbcWaveRuns::dueRow)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Due> nextOf(long waveId) {
    return jdbc.sql(
            "select id, next_fire_at from wave where id = :wave and next_fire_at is not null")
        .param("wave", waveId)
        .query(JdbcWaveRuns::dueRow)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> wavesOf(long campaignId) {
    return jdbc.sql("select id from wave where campaign_id = :campaign order by id")
        .param("campaign", campaignId)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Override
  public Optional<Run> begin(long waveId, Instant fireAt, Instant now) {
    // Campaign before wave: the order every change of a campaign takes its locks in.
    var campaignId =
        jdbc.sql(
                """
                select c.id from campaign c
                where c.id = (select campaign_id from wave where id = :wave)
                  and c.status in ('APPROVED', 'RUNNING')
                for update
                """)
            .param("wave", waveId)
            .query(Long.class)
            .optional();
    var wave =
        jdbc.sql("select * from wave where id = :wave and next_fire_at = :fireAt for update")
            .param("wave", waveId)
            .param("fireAt", utc(fireAt))
            .query((row, _) -> WaveRows.wave(row))
            .optional();
    if (campaignId.isEmpty() || wave.isEmpty()) {
      return Optional.empty();
    }
    // After an outage only the last of the moments that passed is caught up; the others are said to
    // be missed.
    var latest = moments.passOver(wave.get(), campaignId.get(), fireAt, now);
    var status = moments.statusFor(wave.get(), latest, now);
    moments.moveOn(wave.get(), latest, now);
    jdbc.sql("update campaign set status = 'RUNNING' where id = :id")
        .param("id", campaignId.get())
        .update();
    var outgrown =
        status == Status.RUNNING ? audience.outgrown(wave.get()) : Optional.<Outgrown>empty();
    moments.store(
        wave.get(),
        campaignId.get(),
        latest,
        status,
        now,
        outgrown.map(Outgrown::asOf).orElse(null));
    outgrown.ifPresent(people -> say(campaignId.get(), people));
    if (status == Status.HELD) {
      log.warn(
          "campaign={} wave={} is held: its text is not the approved one; back to approval",
          campaignId.get(),
          waveId);
      reapprovals.backToApproval(campaignId.get());
    } else if (status == Status.MISSED) {
      log.warn(
          "campaign={} wave={} missed its moment {}: later than its catch-up window of {}, not sent",
          campaignId.get(),
          waveId,
          latest,
          wave.get().catchUp());
    }
    return of(campaignId.get()).stream()
        .filter(run -> run.wave().id() == waveId && run.fireAt().equals(latest))
        .findFirst();
  }

  /// It goes to those it was approved for.
  private void say(long campaignId, Outgrown outgrown) {
    events.publishEvent(
        new ProgramAct(
            "campaign.limit",
            "campaign:" + campaignId,
            outgrown.approved() + " → " + outgrown.now()));
  }

  @Override
  public int missPassed(Instant now) {
    var campaignIds =
        jdbc.sql(
                """
                select id from campaign c where status in ('APPROVED', 'RUNNING', 'PAUSED')
                  and exists (select from wave where campaign_id = c.id and next_fire_at <= :now)
                order by id for update
                """)
            .param("now", utc(now))
            .query((row, _) -> row.getLong(1))
            .list()
            .toArray(Long[]::new);
    var waves =
        jdbc.sql(
                """
                select * from wave where campaign_id = any(:campaigns) and next_fire_at <= :now
                order by id for update
                """)
            .param("campaigns", campaignIds)
            .param("now", utc(now))
            .query((row, _) -> new Passed(row.getLong("campaign_id"), WaveRows.wave(row)))
            .list();
    waves.forEach(passed -> miss(passed.wave(), passed.campaignId(), now));
    return waves.size();
  }

  private void miss(Wave wave, long campaignId, Instant now) {
    var latest = moments.passOver(wave, campaignId, Objects.requireNonNull(wave.nextFireAt()), now);
    moments.store(wave, campaignId, latest, Status.MISSED, now);
    moments.moveTo(
        wave,
        wave.timing().repeats()
            ? wave.timing().firstAtOrAfter(now.plusNanos(1))
            : Optional.empty());
    // So that a campaign with nothing left to come is finished.
    jdbc.sql("update campaign set status = 'RUNNING' where id = :id and status = 'APPROVED'")
        .param("id", campaignId)
        .update();
  }

  @Override
  public void finish(List<Long> withoutOpenDeliveries, Instant now) {
    var runs = withoutOpenDeliveries.toArray(Long[]::new);
    // Who opens a delivery again locks its campaign too: whoever comes second sees what the first
    // did. One that is locked now has its turn in a second.
    var campaignIds =
        jdbc.sql(
                """
                select id from campaign c
                where id in (select campaign_id from wave_run where id = any(:runs))
                  or status = 'RUNNING' and kind = 'OUTREACH'
                    and not exists (select from wave where campaign_id = c.id and next_fire_at is not null)
                    and not exists (select from wave_run where campaign_id = c.id and status = 'RUNNING')
                order by id for update skip locked
                """)
            .param("runs", runs)
            .query((row, _) -> row.getLong(1))
            .list()
            .toArray(Long[]::new);
    jdbc.sql(
            """
            update wave_run r set status = 'FINISHED', finished_at = :now
            where status = 'RUNNING' and id = any(:runs) and campaign_id = any(:campaigns)
              and not exists (select from queue q where q.run_id = r.id)
            """)
        .param("now", utc(now))
        .param("runs", runs)
        .param("campaigns", campaignIds)
        .update();
    jdbc.sql(
            """
            update campaign c set status = 'FINISHED', finished_at = :now, version = version + 1
            where status = 'RUNNING' and kind = 'OUTREACH' and id = any(:campaigns)
              and not exists (select from wave where campaign_id = c.id and next_fire_at is not null)
              and not exists (select from wave_run where campaign_id = c.id and status = 'RUNNING')
            """)
        .param("now", utc(now))
        .param("campaigns", campaignIds)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Long> running() {
    return jdbc.sql("select id from wave_run where status = 'RUNNING' order by id")
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Run> of(long campaignId) {
    return jdbc.sql(
            """
            select r.id as run_id, r.campaign_id as run_campaign_id, c.unit_id, r.fire_at, r.status,
                   r.content_hash as run_hash, r.people_as_of as run_people_as_of, w.*
            from wave_run r
            join wave w on w.id = r.wave_id
            join campaign c on c.id = r.campaign_id
            where r.campaign_id = :campaign order by r.fire_at desc, r.id desc
            """)
        .param("campaign", campaignId)
        .query(JdbcWaveRuns::run)
        .list();
  }

  private static Run run(ResultSet row, int number) throws SQLException {
    return new Run(
        row.getLong("run_id"),
        row.getLong("run_campaign_id"),
        row.getLong("unit_id"),
        WaveRows.wave(row),
        Objects.requireNonNull(WaveRows.instant(row, "fire_at")),
        Status.valueOf(row.getString("status")),
        row.getString("run_hash"),
        WaveRows.instant(row, "run_people_as_of"));
  }

  /// A wave whose moment has come.
  private record Passed(long campaignId, Wave wave) {}

  private static Due dueRow(ResultSet row, int number) throws SQLException {
    return new Due(
        row.getLong("id"), Objects.requireNonNull(WaveRows.instant(row, "next_fire_at")));
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

package vn.lantoa.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.campaign.WaveRuns.Status;
import vn.lantoa.content.ContentLibrary;

/// What becomes of one moment of a wave, and which one comes next. Call it inside the transaction
/// that holds the wave's row.
@Component
class WaveMoments {

  private static final Logger log = LoggerFactory.getLogger(WaveMoments.class);

  /// Moments recorded as missed one by one; after a longer outage the next sweep goes on from
  /// there.
  private static final int MOST_MISSED = 500;

  /// Nothing fires to the millisecond: what comes within this time is not late, also for a wave
  /// that is never to catch up.
  private static final Duration ON_TIME = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final ContentLibrary library;

  WaveMoments(JdbcClient jdbc, ContentLibrary library) {
    this.jdbc = jdbc;
    this.library = library;
  }

  /// Records the moments before the last one that passed as missed.
  ///
  /// @return that last one
  Instant passOver(Wave wave, long campaignId, Instant fireAt, Instant now) {
    var latest = fireAt;
    for (int i = 0; i < MOST_MISSED && wave.timing().repeats(); i++) {
      var next = wave.timing().firstAtOrAfter(latest.plusSeconds(1));
      if (next.isEmpty() || next.get().isAfter(now)) {
        break;
      }
      store(wave, campaignId, latest, Status.MISSED, now);
      latest = next.get();
    }
    if (latest != fireAt) {
      log.warn(
          "campaign={} wave={} missed its moments from {} to before {}; it catches up once",
          campaignId,
          wave.id(),
          fireAt,
          latest);
    }
    return latest;
  }

  void store(Wave wave, long campaignId, Instant fireAt, Status status, Instant now) {
    store(wave, campaignId, fireAt, status, now, null);
  }

  /// @param peopleAsOf it goes to who was on the lists by then only; null: to all who are
  void store(
      Wave wave,
      long campaignId,
      Instant fireAt,
      Status status,
      Instant now,
      @Nullable Instant peopleAsOf) {
    jdbc.sql(
            """
            insert into wave_run (wave_id, campaign_id, fire_at, status, content_hash, names_as_of, people_as_of,
              created_at)
            values (:wave, :campaign, :fireAt, :status, :hash, :names, :people, :now)
            """)
        .param("people", peopleAsOf == null ? null : JdbcWaveRuns.utc(peopleAsOf))
        .param("wave", wave.id())
        .param("campaign", campaignId)
        .param("fireAt", JdbcWaveRuns.utc(fireAt))
        .param("status", status.name())
        .param("hash", status == Status.RUNNING ? wave.contentHash() : null)
        .param("names", Optional.ofNullable(wave.namesAsOf()).map(JdbcWaveRuns::utc).orElse(null))
        .param("now", JdbcWaveRuns.utc(now))
        .update();
  }

  Status statusFor(Wave wave, Instant fireAt, Instant now) {
    if (now.isAfter(fireAt.plus(ON_TIME)) && now.isAfter(fireAt.plus(wave.catchUp()))) {
      return Status.MISSED;
    }
    var today = LocalDate.ofInstant(now, wave.timing().zone());
    var asApproved =
        library
            .find(wave.itemId())
            .filter(item -> item.isApproved() && item.isValidOn(today))
            .filter(item -> item.current().hash().equals(wave.contentHash()))
            .isPresent();
    return asApproved ? Status.RUNNING : Status.HELD;
  }

  /// To the next moment that is not already too late: after a long outage a daily wave catches up
  /// once.
  void moveOn(Wave wave, Instant fireAt, Instant now) {
    var from = fireAt.plusSeconds(1);
    var stillInTime = now.minus(wave.catchUp());
    moveTo(
        wave,
        wave.timing().repeats()
            ? wave.timing().firstAtOrAfter(from.isAfter(stillInTime) ? from : stillInTime)
            : Optional.empty());
  }

  void moveTo(Wave wave, Optional<Instant> next) {
    jdbc.sql("update wave set next_fire_at = :next where id = :id")
        .param("next", next.map(JdbcWaveRuns::utc).orElse(null))
        .param("id", wave.id())
        .update();
  }
}

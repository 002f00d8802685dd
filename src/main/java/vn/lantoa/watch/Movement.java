package vn.lantoa.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Remembers when things last moved: a ledger only shows how things stand.
@Component
class Movement {

  /// A running campaign with messages due in which nothing ends for this long stands still.
  private static final Duration STILL = Duration.ofMinutes(5);

  /// Receipts of text messages come within seconds.
  private static final Duration SILENT = Duration.ofMinutes(30);

  /// Fewer messages without a receipt may be chance.
  private static final int TELLING = 10;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Map<String, Seen> campaigns = new HashMap<>();
  private Seen receipts = new Seen(0, Instant.MAX);
  private boolean awaited;

  Movement(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${lantoa.watch.look-every:30s}", initialDelayString = "20s")
  synchronized void look() {
    var now = clock.instant();
    Map<String, Seen> seen = new HashMap<>();
    jdbc.sql(
            """
            select c.name, coalesce(sum(t.n) filter (where t.status <> 'PENDING'), 0) as ended
            from campaign c join wave_run r on r.campaign_id = c.id join tally t on t.run_id = r.id
            where c.status = 'RUNNING' and r.status = 'RUNNING'
              and exists (select from queue q where q.run_id = r.id and q.not_before <= lantoa_now()
                            and not exists (select from channel_pause p where p.channel = q.channel))
            group by c.id, c.name
            """)
        .query((row, _) -> {
          var name = row.getString("name");
          return seen.put(name, Seen.at(campaigns.get(name), row.getLong("ended"), now));
        })
        .list();
    campaigns.clear();
    campaigns.putAll(seen);
    lookForReceipts(now);
  }

  private void lookForReceipts(Instant now) {
    jdbc.sql(
            """
            select coalesce(sum(n) filter (where t.status in ('DELIVERED', 'UNDELIVERED')), 0) as reported,
              coalesce(sum(n) filter (where t.status = 'SENT'), 0) as awaited
            from wave_run r join tally t on t.run_id = r.id
            where t.channel = 'sms' and r.created_at > lantoa_now() - interval '1 day'
            """)
        .query((row, _) -> {
          awaited = row.getLong("awaited") >= TELLING;
          receipts =
              awaited ? Seen.at(receipts, row.getLong("reported"), now) : new Seen(0, Instant.MAX);
          return true;
        })
        .list();
  }

  /// Names of campaigns that stand still.
  synchronized List<String> stalled() {
    var before = clock.instant().minus(STILL);
    return campaigns.entrySet().stream()
        .filter(entry -> entry.getValue().since().isBefore(before))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// Since when no receipt of a text message has come, although some should have.
  synchronized Optional<Instant> silentSince() {
    return awaited && receipts.since().isBefore(clock.instant().minus(SILENT))
        ? Optional.of(receipts.since())
        : Optional.empty();
  }

  /// @param since when the count was first seen at this value
  private record Seen(long count, Instant since) {

    static Seen at(@org.jspecify.annotations.Nullable Seen before, long count, Instant now) {
      return before != null && before.count == count && !before.since.equals(Instant.MAX)
          ? before
          : new Seen(count, now);
    }
  }
}

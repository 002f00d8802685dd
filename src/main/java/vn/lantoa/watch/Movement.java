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
  private final Map<Running, Seen> campaigns = new HashMap<>();
  private Seen receipts = new Seen(0, Instant.MAX);
  private boolean awaited;

  Movement(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${lantoa.watch.look-every:30s}", initialDelayString = "20s")
  synchronized void look() {
    var now = clock.instant();
    Map<Running, Seen> seen = new HashMap<>();
    jdbc.sql(
            """
            with counted as materialized (
              select r.campaign_id, t.run_id, t.channel, sum(t.n) filter (where t.status <> 'PENDING') as ended,
                sum(t.n) filter (where t.status = 'PENDING') as open
              from campaign c join wave_run r on r.campaign_id = c.id join tally t on t.run_id = r.id
              where c.status = 'RUNNING' and r.status = 'RUNNING' group by r.campaign_id, t.run_id, t.channel
            ), due as (
              select o.run_id from counted o cross join lateral (
                -- From the end: what was sent lies before, and may lie there for long.
                select delivery_id from queue
                where run_id = o.run_id and channel = o.channel and not_before <= (select lantoa_now())
                order by not_before desc, delivery_id desc limit 1
              ) latest
              where o.open > 0 and not exists (select from channel_pause p where p.channel = o.channel)
            )
            select c.id, case when c.kind = 'NOTICES' then c.name || ' – ' || u.name else c.name end as name,
              coalesce(sum(counted.ended), 0) as ended
            from counted join campaign c on c.id = counted.campaign_id join org_unit u on u.id = c.unit_id
            where counted.run_id in (select run_id from due)
            group by c.id, u.name
            """)
        .query((row, _) -> {
          var running = new Running(row.getLong("id"), row.getString("name"));
          return seen.put(running, Seen.at(campaigns.get(running), row.getLong("ended"), now));
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
        .map(entry -> entry.getKey().name())
        .sorted()
        .toList();
  }

  /// Since when no receipt of a text message has come, although some should have.
  synchronized Optional<Instant> silentSince() {
    return awaited && receipts.since().isBefore(clock.instant().minus(SILENT))
        ? Optional.of(receipts.since())
        : Optional.empty();
  }

  /// A campaign; two may have one name.
  private record Running(long id, String name) {}

  /// @param since when the count was first seen at this value
  private record Seen(long count, Instant since) {

    static Seen at(@org.jspecify.annotations.Nullable Seen before, long count, Instant now) {
      return before != null && before.count == count && !before.since.equals(Instant.MAX)
          ? before
          : new Seen(count, now);
    }
  }
}

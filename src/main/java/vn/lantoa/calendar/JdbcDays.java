package vn.lantoa.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import vn.lantoa.database.DatabaseClock;

/// The days in PostgreSQL. A row for each zone and day is what makes one begin once; that its
/// listeners run before the row is committed is what makes their work be done once.
@Repository
class JdbcDays implements Days {

  private static final Logger log = LoggerFactory.getLogger(JdbcDays.class);

  /// Of [Days#ahead]: clocks that were set right by seconds at midnight are no news.
  private static final Duration SOON = Duration.ofHours(1);

  private static final int LONGEST_REASON = 300;

  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;
  private final DatabaseClock clock;
  private final CalendarSettings settings;

  JdbcDays(
      JdbcClient jdbc,
      TransactionOperations transaction,
      ApplicationEventPublisher events,
      DatabaseClock clock,
      CalendarSettings settings) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.events = events;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public List<ZoneId> zones() {
    return settings.zones();
  }

  @Override
  public Optional<LocalDate> beginNext(ZoneId zone) {
    var now = clock.read();
    var day = next(zone, now);
    return !beginning(day, zone).isAfter(now) && begin(day, zone)
        ? Optional.of(day)
        : Optional.empty();
  }

  @Override
  public Instant nextBeginning(ZoneId zone) {
    return beginning(next(zone, clock.read()), zone);
  }

  private boolean begin(LocalDate day, ZoneId zone) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(_ -> {
            boolean mine = isMine(zone) && write(day, zone);
            if (mine) {
              events.publishEvent(new DayBegan(day, zone));
            }
            return mine;
          }));
    } catch (RuntimeException | Error e) {
      fail(day, zone, e);
      return false;
    }
  }

  /// Whether no other node is at it. Who waited for its row instead would have a transaction open
  /// as long as the other's listeners work, and be told that waiting took too long.
  private boolean isMine(ZoneId zone) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('day_begun'), hashtext(:zone))")
        .param("zone", zone.getId())
        .query(Boolean.class)
        .single();
  }

  private boolean write(LocalDate day, ZoneId zone) {
    boolean written =
        jdbc.sql(
                    """
                    insert into day_begun (zone, day, begun_at) values (:zone, :day, lantoa_now())
                    on conflict do nothing
                    """)
                .param("zone", zone.getId())
                .param("day", day)
                .update()
            == 1;
    if (written) {
      jdbc.sql("delete from day_failed where zone = :zone").param("zone", zone.getId()).update();
    }
    return written;
  }

  private void fail(LocalDate day, ZoneId zone, Throwable cause) {
    var why = cause.toString().lines().findFirst().orElse("");
    int tries =
        jdbc.sql(
                """
                insert into day_failed as f (zone, day, since, tries, why)
                values (:zone, :day, lantoa_now(), 1, :why)
                on conflict (zone) do update set day = excluded.day, why = excluded.why,
                  since = case when f.day = excluded.day then f.since else excluded.since end,
                  tries = case when f.day = excluded.day then f.tries + 1 else 1 end
                returning tries
                """)
            .param("zone", zone.getId())
            .param("day", day)
            .param("why", why.substring(0, Math.min(why.length(), LONGEST_REASON)))
            .query(Integer.class)
            .single();
    // The same again twice a minute: once is enough to find it.
    log.error(
        "day={} zone={} cannot begin (try {}); tried again with the next sweep: {}",
        day,
        zone,
        tries,
        why,
        tries == 1 ? cause : null);
  }

  @Override
  public List<Failed> failed() {
    return jdbc
        .sql("select zone, day, since, tries, why from day_failed order by since, zone")
        .query(JdbcDays::failedRow)
        .stream()
        .filter(failed -> zones().contains(failed.zone()))
        .toList();
  }

  @Override
  public List<DayBegan> ahead() {
    var soon = clock.read().plus(SOON);
    return jdbc
        .sql("select zone, max(day) as day from day_begun group by zone order by zone")
        .query((row, _) -> new DayBegan(day(row), ZoneId.of(row.getString("zone"))))
        .stream()
        .filter(last -> zones().contains(last.zone()))
        .filter(last -> beginning(last.day(), last.zone()).isAfter(soon))
        .toList();
  }

  private LocalDate next(ZoneId zone, Instant now) {
    return jdbc.sql("select max(day) from day_begun where zone = :zone having max(day) is not null")
        .param("zone", zone.getId())
        .query(LocalDate.class)
        .optional()
        .map(last -> after(last, zone))
        .orElseGet(() -> LocalDate.ofInstant(now, zone));
  }

  /// A zone may have left a day out: Samoa had no 30 December 2011.
  private static LocalDate after(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toLocalDate();
  }

  /// Midnight, or what came in its stead where the clocks were put forward then.
  private static Instant beginning(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Failed failedRow(ResultSet row, int number) throws SQLException {
    return new Failed(
        ZoneId.of(row.getString("zone")),
        day(row),
        row.getTimestamp("since").toInstant(),
        row.getInt("tries"),
        row.getString("why"));
  }

  private static LocalDate day(ResultSet row) throws SQLException {
    return row.getObject("day", LocalDate.class);
  }
}

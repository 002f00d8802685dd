package vn.lantoa.lab.faults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// Reads the ledger by plain SQL, without any code of the product.
final class Ledger {

  private static final Duration LOOK = Duration.ofMillis(250);

  /// When nothing has moved for so long, only a lease is waited for.
  private static final Duration QUIET = Duration.ofSeconds(12);

  private final Database postgres;

  Ledger(Database postgres) {
    this.postgres = postgres;
  }

  List<LedgerRow> of(Sending sending) {
    return postgres
        .jdbc()
        .sql(
            """
            select id, channel, address, status, reason, provider_ref, wire_at, settled_at
            from delivery where campaign_id = :campaign order by id
            """)
        .param("campaign", sending.campaign())
        .query(Ledger::row)
        .list();
  }

  /// All of them, one after the other; each has its own time.
  boolean awaitSettled(Collection<Sending> sendings, Duration most) {
    boolean settled = true;
    for (var sending : sendings) {
      settled &= awaitSettled(sending, most);
    }
    return settled;
  }

  /// Waits until every message of the campaign is in the ledger and none is open.
  ///
  /// @return whether that happened in time
  boolean awaitSettled(Sending sending, Duration most) {
    return awaitAll(sending, row -> !row.isOpen(), most);
  }

  /// Waits until each message has come to its end or, tried once, waits for another try.
  boolean awaitTried(Sending sending, Duration most) {
    return awaitAll(sending, row -> !row.isOpen() || !row.reason().isEmpty(), most);
  }

  private boolean awaitAll(Sending sending, Predicate<LedgerRow> there, Duration most) {
    return Waiting.until(
        most,
        LOOK,
        () -> {
          try {
            var rows = of(sending);
            return rows.size() >= sending.size() && rows.stream().allMatch(there);
          } catch (DataAccessException _) {
            // The trial has just taken the database away.
            return false;
          }
        });
  }

  /// As [#awaitSettled], and moves the clock of the leases when all that is left has not moved for
  /// a while: whoever held it is gone, and only its lease would be waited for.
  boolean awaitSettledBeyondLeases(Sending sending, Duration most) {
    var open = new AtomicLong(-1);
    var since = new AtomicLong(System.nanoTime());
    boolean quietOrDone =
        Waiting.until(
            most,
            LOOK,
            () -> {
              long now = openOf(sending);
              if (now != open.get()) {
                open.set(now);
                since.set(System.nanoTime());
              }
              return now == 0 || System.nanoTime() - since.get() > QUIET.toNanos();
            });
    if (quietOrDone && open.get() > 0) {
      postgres.shiftClock(Duration.ofMinutes(3));
      boolean settled = awaitSettled(sending, Duration.ofSeconds(30));
      postgres.shiftClock(Duration.ZERO);
      return settled;
    }
    return quietOrDone;
  }

  /// How many were uncertain at any time, whatever they are now.
  long everUncertain(Sending sending) {
    return postgres
        .jdbc()
        .sql(
            """
            select count(distinct a.delivery_id) from attempt a join delivery d on d.id = a.delivery_id
            where d.campaign_id = :campaign and a.outcome in ('lost', 'ambiguous')
            """)
        .param("campaign", sending.campaign())
        .query(Long.class)
        .single();
  }

  /// What is uncertain still: how often each was on the wire, how often the provider was asked
  /// about it, and what it said last.
  List<String> stillUncertain(Sending sending) {
    return postgres
        .jdbc()
        .sql(
            """
            select d.channel || ' ' || d.id || ': ' || d.attempts || ' tries, ' || u.look_ups || ' looks, '
              || coalesce(u.found, 'not asked') || ' ' || coalesce(u.said, '')
            from uncertain u join delivery d on d.id = u.delivery_id where d.campaign_id = :campaign order by d.id
            """)
        .param("campaign", sending.campaign())
        .query((row, _) -> row.getString(1))
        .list();
  }

  private long openOf(Sending sending) {
    try {
      var rows = of(sending);
      long missing = sending.size() - rows.size();
      return missing + rows.stream().filter(LedgerRow::isOpen).count();
    } catch (DataAccessException _) {
      return sending.size();
    }
  }

  private static LedgerRow row(ResultSet row, int number) throws SQLException {
    return new LedgerRow(
        row.getLong("id"),
        row.getString("channel"),
        row.getString("address"),
        row.getString("status"),
        Objects.requireNonNullElse(row.getString("reason"), ""),
        row.getString("provider_ref"),
        instant(row.getTimestamp("wire_at")),
        instant(row.getTimestamp("settled_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}

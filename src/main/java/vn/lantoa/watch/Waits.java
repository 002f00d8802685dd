package vn.lantoa.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.common.Channel;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.delivery.ProviderAccounts;

/// What waits as it should. Each question looks at what runs, not at what lies behind it.
@Component
class Waits {

  /// A shorter rest is nothing anybody notices.
  private static final Duration NOTICED = Duration.ofSeconds(10);

  /// What is tried again sooner than this is on its way.
  private static final Duration SOON = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final SendCalendar calendar;
  private final ProviderAccounts accounts;
  private final DatabaseClock clock;

  Waits(JdbcClient jdbc, SendCalendar calendar, ProviderAccounts accounts, DatabaseClock clock) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.accounts = accounts;
    this.clock = clock;
  }

  List<Alarm> all() {
    var waits = new ArrayList<Alarm>();
    var now = clock.read();
    submitted(waits);
    paused(waits);
    missed(waits);
    resting(waits, now);
    open().forEach(open -> waits(waits, open, now));
    return waits;
  }

  private void submitted(List<Alarm> waits) {
    jdbc.sql(
            """
            select count(*) as n, min(submitted_at) as since, (array_agg(name order by submitted_at))[1] as name
            from campaign where status = 'SUBMITTED' having count(*) > 0
            """)
        .query((row, _) -> {
          var since = row.getTimestamp("since");
          var alarm = Alarm.wait("campaigns-submitted", row.getLong("n"), row.getString("name"));
          return waits.add(since == null ? alarm : alarm.begun(since.toInstant()));
        })
        .list();
  }

  private void paused(List<Alarm> waits) {
    jdbc.sql(
            "select name, note from campaign where status = 'PAUSED' order by approved_at desc limit 10")
        .query((row, _) ->
            waits.add(Alarm.wait("campaign-paused", row.getString("name"), row.getString("note"))))
        .list();
  }

  private void missed(List<Alarm> waits) {
    jdbc.sql(
            """
            select c.name, max(r.fire_at) as at from wave_run r join campaign c on c.id = r.campaign_id
            where r.status = 'MISSED' and r.created_at > lantoa_now() - interval '1 day'
            group by c.id, c.name order by max(r.created_at) desc limit 10
            """)
        .query((row, _) ->
            waits.add(
                Alarm.wait(
                    "wave-missed", row.getString("name"), row.getTimestamp("at").toInstant())))
        .list();
  }

  private void resting(List<Alarm> waits, Instant now) {
    for (var account : accounts.all()) {
      if (account.state() == ProviderAccounts.State.CLOSED
          && account.until().isAfter(now.plus(NOTICED))) {
        waits.add(
            Alarm.wait("account-rests", account.channel(), account.name(), account.until())
                .about(account.channel(), account.name()));
      }
    }
  }

  private void waits(List<Alarm> waits, Open open, Instant now) {
    var opening = calendar.nextAllowed(open.channel(), now, open.zone());
    if (opening.isAfter(now)) {
      waits.add(Alarm.wait("after-hours", open.channel(), opening));
    } else if (open.at().isAfter(now.plus(SOON))) {
      var reason = open.reason() == null ? "" : open.reason();
      waits.add(Alarm.wait("tried-later", open.channel(), open.at(), reason));
    }
  }

  /// The first that waits on each channel of what runs, where nothing is being sent: one index
  /// probe per run and channel.
  private List<Open> open() {
    return jdbc.sql(
            """
            select first.channel, w.zone, min(first.not_before) as at,
              (array_agg(d.reason order by first.not_before))[1] as reason
            from wave_run r join campaign c on c.id = r.campaign_id join wave w on w.id = r.wave_id
            cross join lateral unnest(w.channels) as own (channel)
            cross join lateral (
              select delivery_id, channel, not_before, state from queue
              where run_id = r.id and channel = own.channel order by not_before, delivery_id limit 1
            ) first
            join delivery d on d.id = first.delivery_id
            where r.status = 'RUNNING' and c.status = 'RUNNING' and first.state = 'PENDING'
              and not exists (select from channel_pause p where p.channel = own.channel)
              and not exists (select from instance where held_since is not null)
            group by first.channel, w.zone order by first.channel, w.zone
            """)
        .query((row, _) ->
            new Open(
                new Channel(row.getString("channel")),
                ZoneId.of(row.getString("zone")),
                row.getTimestamp("at").toInstant(),
                row.getString("reason")))
        .list();
  }

  /// @param at when the first of them is due
  /// @param reason what is written beside it
  private record Open(Channel channel, ZoneId zone, Instant at, @Nullable String reason) {}
}

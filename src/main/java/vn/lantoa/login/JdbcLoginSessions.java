package vn.lantoa.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.calendar.DayBegan;

@Repository
@Transactional
class JdbcLoginSessions implements LoginSessions {

  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
  private static final Duration HALF_FOR = Duration.ofMinutes(10);

  /// Where from and with what somebody logged in is personal; nobody asks for it later.
  private static final int DAYS_KEPT = 30;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final LoginSettings settings;

  JdbcLoginSessions(JdbcClient jdbc, InstantSource clock, LoginSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public long begin(long accountId, int epoch, Origin from, boolean half) {
    return jdbc.sql(
            """
            insert into login_session (account_id, epoch, begun_at, seen_at, address, agent, half)
            values (:account, :epoch, :now, :now, :address, :agent, :half) returning id
            """)
        .param("account", accountId)
        .param("epoch", epoch)
        .param("now", now())
        .param("address", from.address())
        .param("agent", from.agent())
        .param("half", half)
        .query(Long.class)
        .single();
  }

  @Override
  public Standing standing(long sessionId) {
    return jdbc.sql(
            """
            select login_session.half, login_session.seen_at
              from login_session join account on account.id = login_session.account_id
             where login_session.id = :id
               and account.active
               and login_session.epoch = account.session_epoch
               and login_session.ended_at is null
               and login_session.seen_at > :idleSince
               and login_session.begun_at > :begunSince
               and (not login_session.half or login_session.begun_at > :halfSince)
            """)
        .param("id", sessionId)
        .param("idleSince", before(settings.idle()))
        .param("halfSince", before(HALF_FOR))
        .param("begunSince", before(settings.lifetime()))
        .query((row, _) -> {
          seen(sessionId, row.getTimestamp("seen_at").toInstant());
          return row.getBoolean("half") ? Standing.HALF : Standing.WHOLE;
        })
        .optional()
        .orElse(Standing.OVER);
  }

  private void seen(long sessionId, Instant last) {
    if (last.isBefore(clock.instant().minus(SEEN_EVERY))) {
      jdbc.sql("update login_session set seen_at = :now where id = :id")
          .param("now", now())
          .param("id", sessionId)
          .update();
    }
  }

  @Override
  public Optional<LastLogin> complete(long sessionId) {
    jdbc.sql("update login_session set half = false, begun_at = :now where id = :id and half")
        .param("now", now())
        .param("id", sessionId)
        .update();
    return jdbc.sql(
            """
            with earlier as (
              select account.id, last_login_at, last_login_address, begun_at, address
                from account join login_session on login_session.account_id = account.id
               where login_session.id = :id
                 for update of account
            )
            update account
               set last_login_at = earlier.begun_at, last_login_address = earlier.address
              from earlier
             where account.id = earlier.id
            returning earlier.last_login_at, earlier.last_login_address
            """)
        .param("id", sessionId)
        .query((row, _) ->
            row.getTimestamp(1) == null
                ? Optional.<LastLogin>empty()
                : Optional.of(new LastLogin(row.getTimestamp(1).toInstant(), row.getString(2))))
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public List<LoginSession> open(long accountId) {
    return jdbc.sql(
            """
            select login_session.id, begun_at, seen_at, address, agent
              from login_session join account on account.id = login_session.account_id
             where login_session.account_id = :account
               and login_session.epoch = account.session_epoch
               and ended_at is null
               and not half
               and seen_at > :idleSince
               and begun_at > :begunSince
             order by seen_at desc, id desc
            """)
        .param("account", accountId)
        .param("idleSince", before(settings.idle()))
        .param("begunSince", before(settings.lifetime()))
        .query((row, _) ->
            new LoginSession(
                row.getLong("id"),
                row.getTimestamp("begun_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                row.getString("address"),
                row.getString("agent")))
        .list();
  }

  @Override
  public void end(long accountId, long sessionId) {
    end(
        "update login_session set ended_at = :now where account_id = :account and id = :id and ended_at is null",
        accountId,
        sessionId);
  }

  @Override
  public void endOthers(long accountId, long sessionId) {
    end(
        "update login_session set ended_at = :now where account_id = :account and id <> :id and ended_at is null",
        accountId,
        sessionId);
  }

  private void end(String which, long accountId, long sessionId) {
    jdbc.sql(which).param("now", now()).param("account", accountId).param("id", sessionId).update();
  }

  @Override
  public void endAll(long accountId) {
    jdbc.sql("update account set session_epoch = session_epoch + 1 where id = :account")
        .param("account", accountId)
        .update();
  }

  @Override
  public void keep(long sessionId) {
    jdbc.sql(
            """
            update login_session set epoch = account.session_epoch
              from account
             where login_session.id = :id and account.id = login_session.account_id
            """)
        .param("id", sessionId)
        .update();
  }

  @EventListener
  void forget(DayBegan began) {
    jdbc.sql("delete from login_session where begun_at < :before")
        .param(
            "before",
            began.day().minusDays(DAYS_KEPT).atStartOfDay(began.zone()).toOffsetDateTime())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private OffsetDateTime before(Duration ago) {
    return clock.instant().minus(ago).atOffset(ZoneOffset.UTC);
  }
}

package vn.lantoa.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.TokenLease.Fetched;

/// The accounts in PostgreSQL. Every change is one statement that says what must be so for it to
/// happen, so nodes need not agree beforehand. Several accounts are taken in the order of their
/// names.
@Repository
class JdbcProviderAccounts implements ProviderAccounts {

  /// How long a failing account is left alone the first time; doubles with each failed trial.
  private static final Duration FIRST_REST = Duration.ofSeconds(15);

  /// So that a provider that is back has its whole pace within a minute, however long it was away.
  private static final Duration LONGEST_REST = Duration.ofSeconds(45);

  private final JdbcClient jdbc;

  JdbcProviderAccounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What the engine needs to know of an account.
  ///
  /// @param resting the provider asked for silence
  /// @param due an open account may be tried now
  record Row(Channel channel, String name, State state, int weight, boolean resting, boolean due) {

    boolean isUsable() {
      return state == State.CLOSED && !resting;
    }

    boolean mayBeTried() {
      return due && !resting;
    }
  }

  void ensure(Channel channel, List<String> names) {
    for (var name : names) {
      jdbc.sql(
              """
              insert into provider_account (channel, name, weight) values (:channel, :name, :weight)
              on conflict do nothing
              """)
          .param("channel", channel.key())
          .param("name", name)
          .param("weight", 100 / names.size())
          .update();
    }
  }

  /// Only those that are configured: a row of an account that was taken out of the settings stays,
  /// and is not used.
  Map<Channel, List<Row>> rows(ChannelAccounts configured) {
    return jdbc
        .sql(
            """
            with now_is as materialized (select lantoa_now() as at)
            select channel, name, state, weight, coalesce(rests_until > at, false) as resting,
              state in ('OPEN', 'HALF_OPEN') and tried_at < at
                - least(make_interval(secs => :rest) * power(2, least(opened, 10) - 1), make_interval(secs => :most)) as due
            from provider_account, now_is order by channel, name
            """)
        .param("rest", FIRST_REST.toSeconds())
        .param("most", LONGEST_REST.toSeconds())
        .query((row, _) ->
            new Row(
                new Channel(row.getString("channel")),
                row.getString("name"),
                State.valueOf(row.getString("state")),
                row.getInt("weight"),
                row.getBoolean("resting"),
                row.getBoolean("due")))
        .list()
        .stream()
        .filter(row -> configured.of(row.channel()).contains(row.name()))
        .collect(Collectors.groupingBy(Row::channel));
  }

  /// Takes tokens out of the bucket.
  Fetched lease(Channel channel, String name, double perSecond, double burst, int want) {
    return jdbc.sql(
            """
            with now_is as materialized (
              select lantoa_now() as at
            ), fresh as materialized (
              select at, :rate * borne(slowdown, slowed_at, at) as rate, coalesce(rests_until > at, false) as resting,
                case when rests_until > at then 0
                     else least(:burst, tokens
                       + greatest(0, extract(epoch from at - refilled_at)) * :rate * borne(slowdown, slowed_at, at))
                end as tokens
              from provider_account, now_is where channel = :channel and name = :name
              for update of provider_account
            )
            update provider_account a
            set tokens = fresh.tokens - floor(least(fresh.tokens, :want)),
                -- Who waited for the row asked for the time before somebody else refilled it: a moment must not count
                -- twice. Further ahead than such a wait, the clock was set back: it starts anew.
                refilled_at = case when a.refilled_at > fresh.at + interval '10 s' then fresh.at
                                   else greatest(a.refilled_at, fresh.at) end
            from fresh where a.channel = :channel and a.name = :name
            returning floor(least(fresh.tokens, :want))::int as got,
              case when fresh.resting then 1000 else 1000 * (1 - a.tokens) / fresh.rate end as wait
            """)
        .param("channel", channel.key())
        .param("name", name)
        .param("rate", perSecond)
        .param("burst", burst)
        .param("want", want)
        .query((row, _) -> new Fetched(row.getInt("got"), (long) Math.ceil(row.getDouble("wait"))))
        .single();
  }

  /// Half of what it bore; many refusals within a second are one complaint.
  ///
  /// @param rest what the provider asked for; null: nothing
  void slowDown(Channel channel, String name, @Nullable Duration rest) {
    jdbc.sql(
            """
            with now_is as materialized (select lantoa_now() as at)
            update provider_account
            set slowdown = case when slowed_at > at - interval '1 s' and slowdown < 1 then slowdown
                           else greatest(0.02, borne(slowdown, slowed_at, at) / 2) end,
                slowed_at = case when slowed_at > at - interval '1 s' and slowdown < 1 then slowed_at else at end,
                tokens = 0,
                rests_until = greatest(rests_until, at + make_interval(secs => :rest))
            from now_is where channel = :channel and name = :name
            """)
        .param("channel", channel.key())
        .param("name", name)
        .param("rest", rest == null ? 0 : rest.toMillis() / 1_000.0)
        .update();
  }

  void open(Channel channel, String name, String why) {
    jdbc.sql(
            """
            update provider_account
            set state = 'OPEN', tried_at = lantoa_now(), reason = :why,
                opened = case when state = 'CLOSED' then 1 else opened + 1 end
            where channel = :channel and name = :name and state <> 'PAUSED'
              -- Others may have found out at the same moment.
              and not (state = 'OPEN' and tried_at > lantoa_now() - interval '2 s')
            """)
        .param("channel", channel.key())
        .param("name", name)
        .param("why", why)
        .update();
  }

  /// @return whether the trial is ours: of all nodes one gets it
  boolean beginTrial(Channel channel, String name) {
    return jdbc.sql(
                """
                with now_is as materialized (select lantoa_now() as at)
                update provider_account set state = 'HALF_OPEN', tried_at = at
                from now_is
                where channel = :channel and name = :name and state in ('OPEN', 'HALF_OPEN') and tried_at < at
                  - least(make_interval(secs => :rest) * power(2, least(opened, 10) - 1), make_interval(secs => :most))
                """)
            .param("channel", channel.key())
            .param("name", name)
            .param("rest", FIRST_REST.toSeconds())
            .param("most", LONGEST_REST.toSeconds())
            .update()
        == 1;
  }

  void close(Channel channel, String name) {
    jdbc.sql(
            """
            update provider_account set state = 'CLOSED', opened = 0, reason = ''
            where channel = :channel and name = :name and state in ('OPEN', 'HALF_OPEN')
            """)
        .param("channel", channel.key())
        .param("name", name)
        .update();
  }

  /// @return whether it was not paused before
  boolean pause(Channel channel, String name, String why) {
    return jdbc.sql(
                "update provider_account set state = 'PAUSED', reason = :why where channel = :channel and name = :name and state <> 'PAUSED'")
            .param("channel", channel.key())
            .param("name", name)
            .param("why", why)
            .update()
        == 1;
  }

  @Override
  public void resume(Channel channel, String name) {
    jdbc.sql(
            """
            update provider_account set state = 'CLOSED', opened = 0, reason = '', rests_until = null
            where channel = :channel and name = :name
            """)
        .param("channel", channel.key())
        .param("name", name)
        .update();
  }

  /// A tenth of all messages goes to the others, at most once a minute.
  ///
  /// @return whether it did
  boolean shiftAway(Channel channel, String name) {
    return jdbc.sql(
                """
                with held as materialized (
                  select name, weight, weighed_at, state from provider_account where channel = :channel
                  order by channel, name for update
                ), rich as materialized (
                  select name from held where name <> :name and state = 'CLOSED' order by weight limit 1
                ), poor as (
                  update provider_account a set weight = a.weight - 10, weighed_at = lantoa_now()
                  from held where a.channel = :channel and a.name = :name and held.name = a.name and held.weight > 10
                    and held.weighed_at < lantoa_now() - interval '1 min' and exists (select from rich)
                  returning a.channel
                )
                update provider_account a set weight = least(100, a.weight + 10), weighed_at = lantoa_now()
                from poor, rich where a.channel = poor.channel and a.name = rich.name
                """)
            .param("channel", channel.key())
            .param("name", name)
            .update()
        == 1;
  }

  /// Ten points back towards equal shares, every five minutes after a quiet quarter of an hour.
  void driftBack() {
    jdbc.sql(
            """
            with equal as (
              select channel, 100 / count(*) as share from provider_account group by channel having count(*) > 1
            ), held as materialized (
              select a.channel, a.name, equal.share from provider_account a, equal
              where equal.channel = a.channel and a.weight <> equal.share
                and a.weighed_at < lantoa_now() - interval '15 min'
              order by a.channel, a.name for update of a
            )
            update provider_account a
            set weight = case when a.weight < share then least(share, a.weight + 10)
                         else greatest(share, a.weight - 10) end,
                weighed_at = lantoa_now() - interval '10 min'
            from held where a.channel = held.channel and a.name = held.name
            """)
        .update();
  }

  @Override
  public List<Account> all() {
    return jdbc.sql(
            """
            with now_is as materialized (select lantoa_now() as at)
            select channel, name, state, weight, borne(slowdown, slowed_at, at) as pace, reason,
              greatest(coalesce(rests_until, tried_at, refilled_at),
                case when state = 'OPEN' then tried_at
                  + least(make_interval(secs => :rest) * power(2, least(opened, 10) - 1), make_interval(secs => :most)) end) as until
            from provider_account, now_is order by channel, name
            """)
        .param("rest", FIRST_REST.toSeconds())
        .param("most", LONGEST_REST.toSeconds())
        .query(JdbcProviderAccounts::account)
        .list();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    Instant until = row.getTimestamp("until").toInstant();
    return new Account(
        new Channel(row.getString("channel")),
        row.getString("name"),
        State.valueOf(row.getString("state")),
        row.getInt("weight"),
        row.getDouble("pace"),
        until,
        row.getString("reason"));
  }
}

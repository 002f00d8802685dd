package vn.lantoa.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lantoa.common.Channel;

/// The accounts in PostgreSQL. Every change is one statement that says what must be so for it to
/// happen, so nodes need not agree beforehand.
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

  AccountRates rates() {
    return new AccountRates(jdbc);
  }

  AccountShares shares() {
    return new AccountShares(jdbc);
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

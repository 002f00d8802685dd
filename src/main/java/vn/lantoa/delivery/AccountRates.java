package vn.lantoa.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.TokenLease.Fetched;

/// How fast an account may be asked: a bucket of tokens all nodes share, filled more slowly for a
/// while when the provider complains.
record AccountRates(JdbcClient jdbc) {

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
}

package vn.lantoa.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;

/// How much of a channel's messages goes by which account: away from one that often fails, and back
/// when it has been quiet. Several accounts are taken in the order of their names.
record AccountShares(JdbcClient jdbc) {

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
}

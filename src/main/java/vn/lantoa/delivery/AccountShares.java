package vn.lantoa.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;

/// How much of a channel's messages goes by which account: away from one that often fails, and back
/// when it has been quiet.
record AccountShares(JdbcClient jdbc) {

  /// A tenth of all messages goes to the others, at most once a minute.
  ///
  /// @return whether it did
  boolean shiftAway(Channel channel, String name) {
    return jdbc.sql(
                """
                with poor as (
                  update provider_account set weight = weight - 10, weighed_at = lantoa_now()
                  where channel = :channel and name = :name and weight > 10
                    and weighed_at < lantoa_now() - interval '1 min'
                    and exists (select from provider_account o
                                where o.channel = :channel and o.name <> :name and o.state = 'CLOSED')
                  returning channel
                )
                update provider_account set weight = least(100, weight + 10), weighed_at = lantoa_now()
                where (channel, name) = (
                  select o.channel, o.name from provider_account o, poor
                  where o.channel = poor.channel and o.name <> :name and o.state = 'CLOSED'
                  order by o.weight limit 1)
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
            )
            update provider_account a
            set weight = case when a.weight < share then least(share, a.weight + 10)
                         else greatest(share, a.weight - 10) end,
                weighed_at = lantoa_now() - interval '10 min'
            from equal where equal.channel = a.channel and a.weight <> share
              and a.weighed_at < lantoa_now() - interval '15 min'
            """)
        .update();
  }
}

package vn.lantoa.delivery;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.DayLimits;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Purpose;

/// Reads the counters of [FrequencyCap] and the quotas of units.
@Repository
@Transactional(readOnly = true)
class JdbcDayLimits implements DayLimits {

  private final JdbcClient jdbc;
  private final Channels channels;
  private final JdbcUnitQuotas quotas;

  JdbcDayLimits(JdbcClient jdbc, Channels channels, JdbcUnitQuotas quotas) {
    this.jdbc = jdbc;
    this.channels = channels;
    this.quotas = quotas;
  }

  @Override
  public OptionalLong left(long unitId, Channel channel, LocalDate day) {
    return quotas.has(channel)
        ? OptionalLong.of(quotas.left(unitId, channel, day))
        : OptionalLong.empty();
  }

  @Override
  public long waiting(Segment segment, Purpose purpose, Channel channel, LocalDate day) {
    int limit = channels.of(channel).perPersonADay();
    return limit == 0 ? 0 : beyond(segment, purpose, channel, limit, day);
  }

  private static final String BEYOND =
      """
      with point as (
        -- A shared address is open when anyone on it agreed.
        select p.address, r.id as person,
               bool_or(agreed(p, :purpose) is not null and s.id is null) over (partition by p.address) as open
          from recipient r
          join contact_point p on p.recipient_id = r.id and p.channel = :channel
          left join suppression s on s.channel = p.channel and s.address = p.address and s.lifted_at is null
            and holds_in(s, r.unit_id)
         where r.removed_at is null and r.unit_id in (select unit_and_below(:unit))
           and (cardinality(:audiences::text[]) = 0 or r.audience = any(:audiences::text[]))
      )
      select count(*)
        from (
          select person
            from point
            left join address_day a on a.channel = :channel and a.address = point.address and a.day = :day
           where open
           group by person
          having bool_and(coalesce(a.n, 0) >= :limit)
        ) as beyond
      """;

  private long beyond(Segment segment, Purpose purpose, Channel channel, int limit, LocalDate day) {
    return jdbc.sql(BEYOND)
        .param("purpose", purpose.name())
        .param("channel", channel.key())
        .param("unit", segment.unitId())
        .param("audiences", segment.audiences().toArray(String[]::new))
        .param("day", day)
        .param("limit", limit)
        .query(Long.class)
        .single();
  }
}

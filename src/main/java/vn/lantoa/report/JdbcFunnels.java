package vn.lantoa.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.delivery.DeliveryStatus;

/// Reads the ledger's tally, which the database keeps with every row it writes.
@Repository
@Transactional(readOnly = true)
class JdbcFunnels implements Funnels {

  private final JdbcClient jdbc;

  JdbcFunnels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public SortedMap<Channel, Funnel> ofCampaign(long campaignId) {
    return funnels(
        jdbc.sql(
                """
                select t.channel, t.status, sum(t.n) as n
                from wave_run r join tally t on t.run_id = r.id
                where r.campaign_id = :campaign group by t.channel, t.status
                """)
            .param("campaign", campaignId)
            .query(JdbcFunnels::count)
            .list());
  }

  @Override
  public SortedMap<Channel, Funnel> ofDay(long rootUnitId, LocalDate day) {
    return funnels(
        jdbc.sql(
                """
                select t.channel, t.status, sum(t.n) as n
                from wave_run r
                join campaign c on c.id = r.campaign_id
                join tally t on t.run_id = r.id
                where r.fire_at >= :from and r.fire_at < :to and c.kind = 'OUTREACH' and c.unit_id in (select unit_and_below(:unit))
                group by t.channel, t.status
                """)
            .param("from", day.atStartOfDay(Zones.VIETNAM).toOffsetDateTime())
            .param("to", day.plusDays(1).atStartOfDay(Zones.VIETNAM).toOffsetDateTime())
            .param("unit", rootUnitId)
            .query(JdbcFunnels::count)
            .list());
  }

  /// How many deliveries of a channel are in a status.
  record Count(String channel, String status, long n) {}

  static Count count(ResultSet row, int number) throws SQLException {
    return new Count(row.getString("channel"), row.getString("status"), row.getLong("n"));
  }

  static SortedMap<Channel, Funnel> funnels(List<Count> counts) {
    var byChannel = new TreeMap<Channel, Map<DeliveryStatus, Long>>();
    for (var count : counts) {
      byChannel
          .computeIfAbsent(
              new Channel(count.channel()),
              _ -> new EnumMap<DeliveryStatus, Long>(DeliveryStatus.class))
          .put(DeliveryStatus.valueOf(count.status()), count.n());
    }
    var funnels = new TreeMap<Channel, Funnel>();
    byChannel.forEach((channel, states) -> funnels.put(channel, funnel(states)));
    return funnels;
  }

  private static Funnel funnel(Map<DeliveryStatus, Long> states) {
    long planned = 0;
    long open = 0;
    for (var status : DeliveryStatus.values()) {
      long n = states.getOrDefault(status, 0L);
      planned += n;
      open += status.isOpen() ? n : 0;
    }
    return new Funnel(
        planned,
        states.getOrDefault(DeliveryStatus.SENT, 0L),
        states.getOrDefault(DeliveryStatus.DELIVERED, 0L),
        states.getOrDefault(DeliveryStatus.UNDELIVERED, 0L),
        states.getOrDefault(DeliveryStatus.FAILED, 0L),
        states.getOrDefault(DeliveryStatus.SUPPRESSED, 0L),
        states.getOrDefault(DeliveryStatus.EXPIRED, 0L),
        states.getOrDefault(DeliveryStatus.CANCELLED, 0L),
        states.getOrDefault(DeliveryStatus.UNCERTAIN, 0L),
        open);
  }
}

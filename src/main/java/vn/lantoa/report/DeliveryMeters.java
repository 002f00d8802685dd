package vn.lantoa.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.delivery.DeliveryStatus;

/// The states of the ledger as meters, in the words of the ledger:
/// `lantoa_deliveries{channel,status}` for the campaigns that are not over. Counted every half
/// minute, off the sending path.
@Component
class DeliveryMeters {

  private final JdbcClient jdbc;
  private final MultiGauge deliveries;

  DeliveryMeters(JdbcClient jdbc, MeterRegistry registry) {
    this.jdbc = jdbc;
    this.deliveries =
        MultiGauge.builder("lantoa.deliveries")
            .description("Deliveries of campaigns that are not over, by channel and status")
            .register(registry);
  }

  @Scheduled(fixedDelayString = "${lantoa.report.meters-every:30s}", initialDelayString = "10s")
  void count() {
    var counts =
        jdbc.sql(
                """
                select t.channel, t.status, sum(t.n) as n
                from campaign c join wave_run r on r.campaign_id = c.id join tally t on t.run_id = r.id
                where c.status in ('RUNNING', 'PAUSED') and c.kind = 'OUTREACH'
                group by t.channel, t.status
                """)
            .query(JdbcFunnels::count)
            .list();
    List<Row<?>> rows = new ArrayList<>();
    JdbcFunnels.funnels(counts)
        .keySet()
        .forEach(channel -> rows.addAll(rows(channel.key(), counts)));
    deliveries.register(rows, true);
  }

  private static List<Row<?>> rows(String channel, List<JdbcFunnels.Count> counts) {
    List<Row<?>> rows = new ArrayList<>();
    for (var status : DeliveryStatus.values()) {
      long n =
          counts.stream()
              .filter(
                  count -> count.channel().equals(channel) && count.status().equals(status.name()))
              .mapToLong(JdbcFunnels.Count::n)
              .sum();
      rows.add(
          Row.of(
              Tags.of(
                  "channel", channel, "status", status.name().toLowerCase(java.util.Locale.ROOT)),
              n));
    }
    return rows;
  }
}

package vn.lantoa.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import vn.lantoa.common.Channel;
import vn.lantoa.database.EmbeddedPostgres;
import vn.lantoa.lab.bench.DeliveryMeasurement.Percentiles;
import vn.lantoa.security.Role;

/// One approved campaign to N people over one channel, through everything a real one goes through:
/// durable PostgreSQL, expansion, claims, routes, ledger.
final class DeliveryBench implements AutoCloseable {

  private static final Duration WARM_UP = Duration.ofMinutes(10);

  private final BenchServer server;

  private DeliveryBench(BenchServer server) {
    this.server = server;
  }

  static DeliveryBench start(Path data, Channel channel, int concurrency, Map<String, Object> more)
      throws IOException {
    return new DeliveryBench(BenchServer.start(data, channel, concurrency, more));
  }

  /// Everything up to the moment of the wave: people, content, both approvals.
  ///
  /// @param warmUp people of another commune who get theirs first, as from a server that has been
  ///   up for a while; 0: none
  /// @return the campaign
  long prepare(int recipients, Channel channel, int warmUp) throws InterruptedException {
    var office = BenchOffice.open(server);
    var here = office.commune(1);
    var there = office.commune(2);
    office.enlist(here, 0, recipients);
    office.enlist(there, recipients, recipients + warmUp);
    // What autovacuum would have done by the next morning.
    server.jdbc().sql("analyze").update();
    var officer = office.account(BenchOffice.OFFICER, Role.OFFICER);
    var approver = office.account("nguoi-duyet", Role.APPROVER);
    var item = office.approvedText(officer, approver);
    if (warmUp > 0) {
      long until = System.nanoTime() + WARM_UP.toNanos();
      new CampaignWatch(server, office.campaign(item, there, channel, officer, approver))
          .awaitEnd(until);
    }
    return office.campaign(item, here, channel, officer, approver);
  }

  /// Lets the campaign go out and measures it from outside: by what the database shows.
  DeliveryMeasurement measure(long campaign, int recipients, ProcessUsage usage, Duration patience)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    var watch = new CampaignWatch(server, campaign);
    var expanded = watch.awaitExpansion(until);
    double app = ProcessUsage.appSeconds();
    double postgres = usage.postgresSeconds();
    watch.awaitEnd(until);
    app = ProcessUsage.appSeconds() - app;
    postgres = usage.postgresSeconds() - postgres;
    var begun = time("select created_at from wave_run where campaign_id = :id", campaign);
    var settled = time("select max(settled_at) from delivery where campaign_id = :id", campaign);
    var states = states(campaign);
    long delivered = states.getOrDefault("SENT", 0L) + states.getOrDefault("DELIVERED", 0L);
    return new DeliveryMeasurement(
        recipients,
        CampaignWatch.perSecond(states.values().stream().mapToLong(n -> n).sum(), begun, expanded),
        CampaignWatch.perSecond(delivered, expanded, settled),
        percentiles(campaign),
        app / recipients * 1_000,
        postgres / recipients * 1_000,
        states);
  }

  /// @return rows a second of the plain insert of the same rows
  double bareInsert(long campaign) {
    return new BareInsert(server.get(EmbeddedPostgres.class)).run(campaign);
  }

  @Override
  public void close() {
    server.close();
  }

  private Map<String, Long> states(long campaign) {
    var states = new LinkedHashMap<String, Long>();
    server
        .jdbc()
        .sql(
            "select status, count(*) as n from delivery where campaign_id = :id group by status order by status")
        .param("id", campaign)
        .query((row, _) -> states.put(row.getString("status"), row.getLong("n")))
        .list();
    return states;
  }

  private Percentiles percentiles(long campaign) {
    return server
        .jdbc()
        .sql(
            """
            select p[1] as p50, p[2] as p95, p[3] as p99
            from (select percentile_disc(array[0.5, 0.95, 0.99]) within group (
                    order by extract(epoch from settled_at - not_before) * 1000) as p
                  from delivery where campaign_id = :id and status in ('SENT', 'DELIVERED')) percentiles
            """)
        .param("id", campaign)
        .query(
            (row, _) -> new Percentiles(row.getLong("p50"), row.getLong("p95"), row.getLong("p99")))
        .single();
  }

  private Instant time(String query, long campaign) {
    return Objects.requireNonNull(
            server.jdbc().sql(query).param("id", campaign).query(OffsetDateTime.class).single())
        .toInstant();
  }
}

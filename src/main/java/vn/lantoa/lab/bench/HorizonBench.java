package vn.lantoa.lab.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.content.ContentItem;
import vn.lantoa.lab.bench.HorizonMeasurement.Sending;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.security.Role;

/// The same campaign twice: with nobody else at the database, and while a snapshot of it is held
/// from before the first letter to after the last.
final class HorizonBench implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofHours(4);

  private final BenchServer server;
  private final ProcessUsage usage;
  private final BenchOffice office;
  private final OrgUnit warm;
  private final OrgUnit all;
  private final Actor officer;
  private final Actor approver;
  private final ContentItem item;

  private HorizonBench(BenchServer server, ProcessUsage usage) {
    this.server = server;
    this.usage = usage;
    office = BenchOffice.open(server);
    warm = office.commune(1);
    all = office.commune(2);
    officer = office.account(BenchOffice.OFFICER, Role.OFFICER);
    approver = office.account("nguoi-duyet", Role.APPROVER);
    item = office.approvedText(officer, approver);
  }

  /// @param letters settings that point them at their sink
  static HorizonBench start(
      Path data, int concurrency, ProcessUsage usage, Map<String, Object> letters)
      throws IOException {
    return new HorizonBench(
        BenchServer.start(data, Channel.EMAIL, concurrency, letters, ClaimTimes.Beans.class),
        usage);
  }

  /// Enlists everybody and sends to some, as a server does that has been up for a while.
  void warmUp(int letters, int first) throws InterruptedException {
    office.enlist(all, 0, letters);
    office.enlist(warm, letters, letters + first);
    server.jdbc().sql("analyze").update();
    send(warm, first, first);
  }

  Sending send(int letters, int slice) throws InterruptedException {
    return send(all, letters, slice);
  }

  Sending sendWhileHeld(int letters, int slice) throws InterruptedException, SQLException {
    try (var _ = HeldSnapshot.take((HikariDataSource) server.get(DataSource.class))) {
      return send(all, letters, slice);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private Sending send(OrgUnit to, int letters, int slice) throws InterruptedException {
    // What autovacuum would have done by the next campaign.
    server.jdbc().sql("vacuum analyze").update();
    var times = server.get(ClaimTimes.class);
    times.since();
    times.looksSince();
    long campaign = office.campaign(item, to, Channel.EMAIL, officer, approver);
    long until = System.nanoTime() + PATIENCE.toNanos();
    var watch = new CampaignWatch(server, campaign);
    var begun = watch.awaitExpansion(until);
    double app = ProcessUsage.appSeconds();
    double postgres = usage.postgresSeconds();
    watch.awaitEnd(until);
    return new Sending(
        sent(campaign, letters),
        perSecond(campaign, begun, slice),
        times.since(),
        times.looksSince(),
        (ProcessUsage.appSeconds() - app) / letters * 1_000,
        (usage.postgresSeconds() - postgres) / letters * 1_000);
  }

  private long sent(long campaign, int letters) {
    long sent =
        server
            .jdbc()
            .sql("select count(*) from delivery where campaign_id = :id and status = 'SENT'")
            .param("id", campaign)
            .query(Long.class)
            .single();
    if (sent != letters) {
      throw new IllegalStateException(sent + " of " + letters + " letters were sent");
    }
    return sent;
  }

  /// Of one slice of the letters after the other, in the order they were settled; what is left at
  /// the end counts with the last.
  private List<Double> perSecond(long campaign, Instant begun, int slice) {
    var ends =
        server
            .jdbc()
            .sql(
                """
                select n, extract(epoch from settled_at - :begun) as after
                from (select settled_at, row_number() over (order by settled_at) as n, count(*) over () as last
                      from delivery where campaign_id = :id) settled
                where n % :slice = 0 and last - n >= :slice or n = last order by n
                """)
            .param("id", campaign)
            .param("begun", begun.atOffset(ZoneOffset.UTC))
            .param("slice", slice)
            .query((row, _) -> new End(row.getLong("n"), row.getDouble("after")))
            .list();
    var rates = new ArrayList<Double>();
    var before = new End(0, 0);
    for (var end : ends) {
      rates.add((end.n() - before.n()) / (end.after() - before.after()));
      before = end;
    }
    return rates;
  }

  /// @param after seconds
  private record End(long n, double after) {}
}

package vn.lantoa.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.content.ContentItem;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.security.Role;

/// The program with years behind it: how long its claims take while it sends, and its pages while
/// somebody looks at all of them.
final class HistoryBench implements AutoCloseable {

  private static final int COMMUNES = 5;
  private static final int ROUNDS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final BenchServer server;
  private final int people;
  private final BenchOffice office;
  private final List<OrgUnit> communes;
  private final Actor officer;
  private final Actor approver;
  private final ContentItem item;
  private final Station station;
  private List<String> pages = List.of();

  private HistoryBench(BenchServer server, int people) {
    this.server = server;
    this.people = people;
    office = BenchOffice.open(server);
    communes = IntStream.rangeClosed(1, COMMUNES).mapToObj(office::commune).toList();
    officer = office.account(BenchOffice.OFFICER, Role.OFFICER);
    approver = office.account("nguoi-duyet", Role.APPROVER);
    office.account(BenchOffice.ADMIN, Role.ADMIN);
    item = office.approvedText(officer, approver);
    station =
        server
            .get(Stations.class)
            .put(
                communes.getFirst().id(),
                Station.Kind.WARD_LOUDSPEAKER,
                "Truyền thanh xã",
                null,
                200,
                List.of(new Station.AirSlot(DayOfWeek.MONDAY, LocalTime.of(7, 0), 15)));
  }

  /// @param letters settings that point them at their sink
  static HistoryBench start(Path data, int deliveries, Map<String, Object> letters)
      throws IOException {
    return new HistoryBench(
        BenchServer.start(data, Channel.EMAIL, 16, letters, ClaimTimes.Beans.class),
        deliveries / OldDeliveries.PER_PERSON);
  }

  void enlist() {
    for (int i = 0; i < COMMUNES; i++) {
      office.enlist(communes.get(i), i * letters(), (i + 1) * letters());
    }
    server.jdbc().sql("analyze").update();
  }

  /// What all these people were sent over the years.
  void fill() throws InterruptedException {
    var old = new OldDeliveries(server.jdbc(), item);
    long largest = old.fill(office.department(), communes);
    if (!old.isTallyRight()) {
      throw new IllegalStateException("The tally does not say what a count would");
    }
    server.jdbc().sql("vacuum analyze").update();
    pages = pages(largest);
    awaitDisk();
  }

  /// Every page, several times, by everybody who may open it; the first time does not count.
  Map<String, Durations> look() throws IOException, InterruptedException {
    var times = new PageTimes();
    for (var name : List.of(BenchOffice.OFFICER, BenchOffice.ADMIN)) {
      try (var visitor = Visitor.logIn(server.url(), name, BenchOffice.PASSWORD)) {
        for (int round = 0; round <= ROUNDS; round++) {
          for (var page : pages) {
            if (!times.isKnown(page)) {
              (round == 0 ? new PageTimes() : times).open(visitor, page);
            }
          }
        }
      }
    }
    return times.durations();
  }

  /// Sends a real campaign to a fifth of the people.
  Sending send() throws InterruptedException {
    var sending = begin();
    sending.watch().join();
    return end(sending, new PageTimes());
  }

  /// The same with the officer at all pages meanwhile, as fast as they come.
  Sending sendAndLook() throws IOException, InterruptedException {
    var times = new PageTimes();
    try (var visitor = Visitor.logIn(server.url(), BenchOffice.OFFICER, BenchOffice.PASSWORD)) {
      var sending = begin();
      while (sending.watch().isAlive()) {
        for (int i = 0; i < pages.size() && sending.watch().isAlive(); i++) {
          times.open(visitor, pages.get(i));
        }
      }
      return end(sending, times);
    }
  }

  /// @param pages what the officer saw of them
  record Sending(Durations claims, Map<String, Durations> pages) {}

  int letters() {
    return people / COMMUNES;
  }

  @Override
  public void close() {
    server.close();
  }

  private Begun begin() {
    long campaign = office.campaign(item, communes.getFirst(), Channel.EMAIL, officer, approver);
    return new Begun(campaign, Thread.ofVirtual().start(() -> awaitEnd(campaign)));
  }

  private Sending end(Begun sending, PageTimes times) {
    if (!isOver(sending.campaign())) {
      throw new IllegalStateException("The campaign did not end");
    }
    return new Sending(server.get(ClaimTimes.class).since(), times.durations());
  }

  private void awaitEnd(long campaign) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!isOver(campaign) && System.nanoTime() < until) {
        Thread.sleep(100);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isOver(long campaign) {
    return server.get(Campaigns.class).get(campaign).status().isOver();
  }

  /// @param watch alive as long as it sends
  private record Begun(long campaign, Thread watch) {}

  /// What took years is not still on its way to the disk while the next campaign is sent.
  private void awaitDisk() throws InterruptedException {
    long before = -1;
    for (long now = written(); now != before; now = written()) {
      before = now;
      Thread.sleep(10_000);
    }
  }

  private long written() {
    return one("select buffers_written from pg_stat_checkpointer");
  }

  private List<String> pages(long campaign) {
    long delivery = one("select id from delivery where status = 'FAILED' order by id desc limit 1");
    var examples =
        Map.of(
            "chien-dich", "" + campaign,
            "luot-gui", "" + delivery,
            "nguoi-nhan", "" + one("select max(id) from recipient"),
            "noi-dung", item.id(),
            "don-vi", "" + communes.getFirst().id(),
            "dai", "" + station.id());
    var routes = server.get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    return new ConsolePages(routes, examples)
        .all(campaign, one("select max(id) / 2 from delivery"));
  }

  private long one(String query) {
    return server.jdbc().sql(query).query((row, _) -> row.getLong(1)).single();
  }
}

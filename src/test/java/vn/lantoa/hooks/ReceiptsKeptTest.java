package vn.lantoa.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.lab.sandbox.TwilioReport;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// Reports of Twilio at the real program, while the database keeps it waiting: what is answered
/// with 2xx is committed.
@Timeout(120)
class ReceiptsKeptTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private TestServer server;
  private JdbcClient jdbc;
  private long first;
  private long second;

  @BeforeEach
  void sendTwo() {
    server = TestServer.start(Map.of("lantoa.public-url", "http://lan-toa.example.vn"));
    jdbc = server.get(JdbcClient.class);
    var department = Department.in(server);
    department.person(department.phone());
    department.person(department.phone());
    var ten = department.tomorrow();
    department.approved(department.wave(Timing.once(ten, Zones.VIETNAM), Channel.SMS));
    server.moveTo(ten.plusSeconds(5).atZone(Zones.VIETNAM).toInstant());
    server.get(Sweep.class).run();
    eventually().until(() -> count("SENT") == 2);
    var ids = jdbc.sql("select id from delivery order by id").query(Long.class).list();
    first = ids.getFirst();
    second = ids.getLast();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReportIsAnsweredWhenItIsCommittedAndNotBefore() throws Exception {
    CompletableFuture<HttpResponse<Void>> answer;
    try (var other = transaction()) {
      TestDatabase.execute(other, "select 1 from delivery where id = " + first + " for update");
      answer = report(first);
      TimeUnit.SECONDS.sleep(1);
      assertThat(answer).isNotDone();
      assertThat(count("DELIVERED")).isZero();
      other.rollback();
    }

    assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
    assertThat(count("DELIVERED")).isEqualTo(1);
    assertThat(ends("kept")).isEqualTo(1);
  }

  @Test
  void whatCannotBeKeptIsA5xxBeforeTheProviderHangsUp() throws Exception {
    try (var other = transaction()) {
      TestDatabase.execute(other, "select 1 from delivery where id = " + first + " for update");

      // How long it waits is written down in seconds, and a busy machine makes more of them.
      var answer = report(first).get(60, TimeUnit.SECONDS);

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(count("DELIVERED")).isZero();
      assertThat(ends("not-kept")).isEqualTo(1);
      other.rollback();
    }
  }

  @Test
  void anErrorOfTheDatabaseIsA5xxAtOnce() throws Exception {
    try (var other = transaction()) {
      TestDatabase.execute(other, "select 1 from delivery where id = " + first + " for update");
      var answer = report(first);
      eventually()
          .until(() ->
              jdbc.sql(
                          """
                          select count(pg_terminate_backend(pid)) from pg_stat_activity
                          where datname = current_database() and wait_event_type = 'Lock'
                          """)
                      .query(Long.class)
                      .single()
                  > 0);

      // Sooner than the patience of who waits for a lock.
      assertThat(answer.get(8, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
      other.rollback();
    }
    assertThat(count("DELIVERED")).isZero();
  }

  /// As a statement of an administrator may do that knows nothing of our order.
  @Test
  void aDeadlockIsNotTheProvidersBusiness() throws Exception {
    CompletableFuture<HttpResponse<Void>> one;
    CompletableFuture<HttpResponse<Void>> two;
    try (var other = transaction();
        var gate = transaction()) {
      // So that both reports are in one group: it is being filed when they come.
      TestDatabase.execute(gate, "select 1 from delivery where id = " + first + " for update");
      var before = report(first);
      eventually().until(() -> TestDatabase.waiting(jdbc) == 1);
      one = report(first);
      two = report(second);
      awaitInside(3);
      TestDatabase.execute(other, "select 1 from delivery where id = " + second + " for update");
      gate.rollback();
      before.get(60, TimeUnit.SECONDS);
      eventually().until(() -> TestDatabase.waiting(jdbc) == 1);
      // The group holds the first and waits for the second.
      TestDatabase.execute(other, "select 1 from delivery where id = " + first + " for update");
      other.rollback();
    }

    assertThat(one.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
    assertThat(two.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
    assertThat(count("DELIVERED")).isEqualTo(2);
    // On a busy machine the group may meet the other twice.
    assertThat(meters().counter("lantoa.retries", "what", "receipts").count()).isPositive();
    eventually().until(() -> deadlocks() >= 1);
  }

  private CompletableFuture<HttpResponse<Void>> report(long delivery) {
    var path = "/hooks/twilio/" + delivery;
    var port = server.context().getEnvironment().getProperty("local.server.port");
    return HTTP.sendAsync(
        TwilioReport.of("http://lan-toa.example.vn" + path, "SM" + delivery, "", "delivered")
            .request(URI.create("http://127.0.0.1:" + port + path)),
        BodyHandlers.discarding());
  }

  /// Until so many requests are being answered; the last step to the group is a short one.
  private void awaitInside(int number) throws InterruptedException {
    eventually()
        .until(() ->
            meters().get("http.server.requests.active").longTaskTimers().stream()
                    .mapToInt(LongTaskTimer::activeTasks)
                    .sum()
                == number);
    TimeUnit.SECONDS.sleep(1);
  }

  private long deadlocks() {
    return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }

  private long count(String status) {
    return jdbc.sql("select count(*) from delivery where status = :status")
        .param("status", status)
        .query(Long.class)
        .single();
  }

  private double ends(String end) {
    return meters().counter("lantoa.receipts", "provider", "twilio", "end", end).count();
  }

  private MeterRegistry meters() {
    return server.get(MeterRegistry.class);
  }

  private Connection transaction() throws SQLException {
    var connection = server.get(DataSource.class).getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}

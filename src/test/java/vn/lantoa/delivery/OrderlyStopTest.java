package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// A server that is told to stop in the middle of a sending, as every upgrade does.
class OrderlyStopTest {

  /// A quarter of a minute's work: it is not done before it is stopped, however late that is.
  private static final int PEOPLE = 900;

  @Test
  void whatIsOnTheWireEndsAndTheRestIsGivenBack() {
    var server =
        TestServer.start(
            Map.of(
                "lantoa.channels.sms.per-second", "60",
                "lantoa.channels.sms.workers", "16"));
    var department = Department.in(server);
    for (int i = 0; i < PEOPLE; i++) {
      department.person(department.phone());
    }
    var ten = department.tomorrow();
    department.approved(department.wave(Timing.once(ten, Zones.VIETNAM), Channel.SMS));
    server.moveTo(ten.plusSeconds(1).atZone(Zones.VIETNAM).toInstant());
    server.get(Sweep.class).run();
    var inbox = server.get(SandboxInbox.class);
    eventually().until(() -> inbox.counts().getOrDefault(Channel.SMS, 0L) > 30);

    var ledger = ledger(server.get(Environment.class));
    server.close();

    long taken = inbox.counts().get(Channel.SMS);
    assertThat(taken).isLessThan(PEOPLE);
    var states =
        ledger
            .sql("select status, count(*) as n from delivery_now group by status")
            .query((row, _) -> Map.entry(row.getString("status"), row.getLong("n")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(states).isEqualTo(Map.of("SENT", taken, "PENDING", PEOPLE - taken));
    // No provider is blamed for our going.
    assertThat(
            ledger
                .sql("select count(*) from provider_account where state <> 'CLOSED'")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static JdbcClient ledger(Environment settings) {
    return JdbcClient.create(
        new DriverManagerDataSource(
            settings.getRequiredProperty("lantoa.db.url"),
            settings.getRequiredProperty("lantoa.db.user"),
            settings.getRequiredProperty("lantoa.db.password")));
  }
}

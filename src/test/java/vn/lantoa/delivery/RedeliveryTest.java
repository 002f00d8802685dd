package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// Sending again while something else happens to the same run.
class RedeliveryTest {

  private TestServer server;
  private Department department;

  @BeforeEach
  void start() {
    server =
        TestServer.start(
            Map.of("lantoa.delivery.finish-every", "1h", "lantoa.delivery.look-up-every", "1h"));
    department = Department.in(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "UNDELIVERED"})
  void whatIsSentAgainWhileItsRunIsBeingFinishedGoesOut(DeliveryStatus missed) {
    department.person(department.phone());
    var campaign = department.sent();
    var jdbc = server.get(JdbcClient.class);
    eventually()
        .until(() -> jdbc.sql("select count(*) from queue").query(Long.class).single() == 0);
    long id = jdbc.sql("select id from delivery").query(Long.class).single();
    jdbc.sql("update delivery set status = ?").param(missed.name()).update();

    // LedgerSweep.finish on one node …
    var runs = server.get(WaveRuns.class);
    var settled = server.get(DeliveryQueue.class).settledRuns(runs.running());
    // … an officer presses "Gửi lại" …
    server.get(Redelivery.class).resend(List.of(id), department.officer());
    // … and LedgerSweep.finish goes on.
    runs.finish(settled, server.now());

    // As it does every second from then on.
    eventually()
        .untilAsserted(() -> {
          server.get(LedgerSweep.class).finish();
          assertThat(jdbc.sql("select status from delivery_now").query(String.class).single())
              .isEqualTo("SENT");
        });
    assertThat(server.get(Deliveries.class).attempts(id))
        .hasSize(missed == DeliveryStatus.UNDELIVERED ? 2 : 1);
    assertThat(server.get(Campaigns.class).get(campaign.id()).status())
        .isIn(CampaignStatus.RUNNING, CampaignStatus.FINISHED);
  }
}

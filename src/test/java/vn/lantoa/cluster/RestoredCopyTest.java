package vn.lantoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.delivery.Uncertainties;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// A backup that is started after its original went on sending.
class RestoredCopyTest {

  private TestServer server;
  private Department department;

  @BeforeEach
  void start() {
    server = TestServer.start(Map.of());
    department = Department.in(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRestoredCopyDoesNotSendTheWaveThatWentOutAfterTheBackup() {
    department.person(department.phone());
    var ten = department.tomorrow();
    // As in the backup: approved, not fired yet. The original fired it at ten.
    var campaign =
        department.approved(department.wave(Timing.once(ten, Zones.VIETNAM), Channel.SMS));
    var jdbc = server.get(JdbcClient.class);
    jdbc.sql("update instance set held_since = lantoa_now(), held_reason = 'older-than-the-folder'")
        .update();
    server.moveTo(ten.plusHours(1).atZone(Zones.VIETNAM).toInstant());
    server.get(Sweep.class).run();
    assertThat(jdbc.sql("select count(*) from delivery").query(Long.class).single()).isZero();

    // "Gửi tiếp, không gửi lại tin chưa có kết quả", the default.
    server.get(Uncertainties.class).doubtOpen(Actor.SYSTEM);
    server.get(WaveRuns.class).missPassed(server.now());
    server.get(Cluster.class).release();
    server.get(Sweep.class).run();

    // Then nothing of it is open, and nothing can leave any more.
    eventually()
        .untilAsserted(() ->
            assertThat(server.get(Campaigns.class).get(campaign.id()).status())
                .isEqualTo(CampaignStatus.FINISHED));
    assertThat(
            jdbc.sql("select count(*) from delivery_now where status in ('SENT', 'DELIVERED')")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(jdbc.sql("select status from wave_run").query(String.class).list())
        .containsExactly("MISSED");
  }
}

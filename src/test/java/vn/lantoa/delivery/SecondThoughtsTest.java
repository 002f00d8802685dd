package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.campaign.WaveRuns;
import vn.lantoa.cluster.Cluster;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// What one part of the program decides while another is just deciding the opposite, and what a
/// node does that is wrong about the time or the past.
@Timeout(120)
class SecondThoughtsTest {

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

  @Test
  void whatIsSentAgainWhileItsRunIsBeingFinishedGoesOut() {
    department.person(department.phone());
    var campaign = send();
    var jdbc = server.get(JdbcClient.class);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> jdbc.sql("select count(*) from queue").query(Long.class).single() == 0);
    long id = jdbc.sql("select id from delivery").query(Long.class).single();
    jdbc.sql("update delivery set status = 'FAILED'").update();

    // LedgerSweep.finish on one node …
    var runs = server.get(WaveRuns.class);
    var settled = server.get(DeliveryQueue.class).settledRuns(runs.running());
    // … an officer presses "Gửi lại" …
    server.get(Redelivery.class).resend(List.of(id), department.officer());
    // … and LedgerSweep.finish goes on.
    runs.finish(settled, server.now());

    // As it does every second from then on.
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> {
          server.get(LedgerSweep.class).finish();
          assertThat(jdbc.sql("select status from delivery_now").query(String.class).single())
              .isEqualTo("SENT");
        });
    assertThat(server.get(Campaigns.class).get(campaign.id()).status())
        .isIn(CampaignStatus.RUNNING, CampaignStatus.FINISHED);
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

    // "Gửi tiếp, không gửi lại tin đang mở", the default.
    server.get(Uncertainties.class).doubtOpen(Actor.SYSTEM);
    server.get(WaveRuns.class).missPassed(server.now());
    server.get(Cluster.class).release();
    server.get(Sweep.class).run();
    sleep(2_000);

    assertThat(
            jdbc.sql("select count(*) from delivery_now where status in ('SENT', 'DELIVERED')")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(jdbc.sql("select status from wave_run").query(String.class).list())
        .containsExactly("MISSED");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          server.get(LedgerSweep.class).finish();
          assertThat(server.get(Campaigns.class).get(campaign.id()).status())
              .isEqualTo(CampaignStatus.FINISHED);
        });
  }

  @Test
  void aClockThatIsAheadDoesNotMissAWaveThatIsNotDueYet() {
    department.person(department.phone());
    var ten = department.tomorrow();
    department.approved(department.wave(Timing.once(ten, Zones.VIETNAM), Channel.SMS));
    // By the clock all nodes share it is 09:00; by this node's it is tomorrow, 09:00.
    server.moveTo(ten.plusHours(23).atZone(Zones.VIETNAM).toInstant());
    var jdbc = server.get(JdbcClient.class);
    jdbc.sql("update clock set shift = shift - interval '24 h'").update();

    server.get(Sweep.class).run();

    assertThat(
            jdbc.sql("select status from wave_run where status = 'MISSED'")
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void aTaskThatTakesLongDoesNotHoldUpTheHeartbeat() {
    var scheduler = server.get(TaskScheduler.class);
    var beats = new AtomicInteger();
    // A look-up at a provider that does not answer takes 20 s; a dead connection 120 s.
    scheduler.scheduleWithFixedDelay(() -> sleep(4_000), Duration.ofMillis(10));
    scheduler.scheduleWithFixedDelay(beats::incrementAndGet, Duration.ofMillis(100));
    sleep(3_000);

    assertThat(beats.get()).isGreaterThan(10);
  }

  private Campaign send() {
    var ten = department.tomorrow();
    var campaign =
        department.approved(department.wave(Timing.once(ten, Zones.VIETNAM), Channel.SMS));
    server.moveTo(ten.plusSeconds(5).atZone(Zones.VIETNAM).toInstant());
    server.get(Sweep.class).run();
    return campaign;
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

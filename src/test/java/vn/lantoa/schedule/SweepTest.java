package vn.lantoa.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// What runs by the clock, on a node that is not quite well.
class SweepTest {

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

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

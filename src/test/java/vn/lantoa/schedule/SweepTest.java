package vn.lantoa.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.SettableClock;
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
    // By the clock all nodes share it is 09:00; by this node's it is a day later.
    var nine = ten.minusHours(1).atZone(Zones.VIETNAM).toInstant();
    var due = new AtomicInteger();
    server.context().addApplicationListener(event -> count(event, due));
    server.moveTo(nine);
    server.get(SettableClock.class).moveAloneTo(nine.plus(Duration.ofDays(1)));

    server.get(Sweep.class).run();

    assertThat(due).hasValue(0);
    assertThat(
            server
                .get(JdbcClient.class)
                .sql("select status from wave_run where status = 'MISSED'")
                .query(String.class)
                .list())
        .isEmpty();

    // A little later: the database's clock may be some milliseconds behind.
    server.moveTo(nine.plus(Duration.ofHours(1)).plusSeconds(5));
    server.get(Sweep.class).run();
    assertThat(due).hasValue(1);
  }

  @Test
  void aTaskThatTakesLongDoesNotHoldUpTheHeartbeat() {
    var scheduler = server.get(TaskScheduler.class);
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var beats = new AtomicInteger();
    // A look-up at a provider that does not answer takes 20 s; a dead connection 120 s.
    scheduler.schedule(() -> wait(begun, end), Instant.EPOCH);
    eventually().until(() -> begun.getCount() == 0);

    scheduler.scheduleWithFixedDelay(beats::incrementAndGet, Duration.ofMillis(10));

    eventually().until(() -> beats.get() > 10);
    end.countDown();
  }

  private static void count(ApplicationEvent event, AtomicInteger due) {
    if (event instanceof PayloadApplicationEvent<?> said && said.getPayload() instanceof WaveDue) {
      due.incrementAndGet();
    }
  }

  private static void wait(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException _) {
      // The server is stopped.
      Thread.currentThread().interrupt();
    }
  }
}

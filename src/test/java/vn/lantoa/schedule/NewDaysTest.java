package vn.lantoa.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.calendar.DayBegan;
import vn.lantoa.calendar.Days;
import vn.lantoa.cluster.Cluster;
import vn.lantoa.common.Zones;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.testing.TestServer;
import vn.lantoa.watch.Watch;

/// The whole program as days come and go.
class NewDaysTest {

  private final Map<String, String> database = TestDatabase.settings();
  private final List<DayBegan> heard = Collections.synchronizedList(new ArrayList<>());
  private TestServer server;
  private JdbcClient jdbc;
  private LocalDate today;

  @BeforeEach
  void start() {
    server = node("one");
    jdbc = server.get(JdbcClient.class);
    // At noon, so that no midnight comes while a test looks.
    today = LocalDate.ofInstant(server.now(), Zones.VIETNAM).plusDays(1);
    moveTo(today);
    server.get(NewDays.class).look();
    listen(server, heard::add);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void quartzTicksAfterMidnightAndIsArmedAnew() throws Exception {
    assertThat(nextTick()).isEqualTo(midnight(today.plusDays(1)) + 5_000);
    moveTo(today.plusDays(1));

    server.get(Scheduler.class).triggerJob(new JobKey(Zones.VIETNAM.getId(), "days"));

    eventually().until(() -> heard.size() == 1);
    assertThat(heard).containsExactly(new DayBegan(today.plusDays(1), Zones.VIETNAM));
    eventually().until(() -> nextTick() == midnight(today.plusDays(2)) + 5_000);
  }

  @Test
  void inARestoredCopyDaysWaitUntilItIsTheOneToGoOnWith() {
    jdbc.sql("update instance set held_since = lantoa_now(), held_reason = 'folder-copied'")
        .update();
    moveTo(today.plusDays(3));
    server.get(NewDays.class).look();
    assertThat(heard).isEmpty();

    server.get(Cluster.class).release();
    server.get(NewDays.class).look();

    assertThat(heard)
        .extracting(DayBegan::day)
        .containsExactly(today.plusDays(1), today.plusDays(2), today.plusDays(3));
  }

  @Test
  void twoNodesThatLookAtTheSameMomentBeginEachDayOnce() throws Exception {
    try (var other = node("two")) {
      listen(server, _ -> sleep());
      listen(other, heard::add);
      listen(other, _ -> sleep());
      moveTo(today.plusDays(6));
      List<Callable<Void>> looks = new ArrayList<>();
      for (var node : List.of(server, other)) {
        looks.add(() -> {
          for (int i = 0; i < 100 && begun() < 6; i++) {
            node.get(NewDays.class).look();
          }
          return null;
        });
      }

      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var look : threads.invokeAll(looks)) {
          look.get();
        }
      }
    }

    assertThat(heard)
        .extracting(DayBegan::day)
        .containsExactlyElementsOf(today.plusDays(1).datesUntil(today.plusDays(7)).toList());
  }

  @Test
  void aDayThatCannotBeginIsAnAlarmUntilItDoes() {
    var broken = new ArrayList<>(List.of(true));
    listen(
        server,
        began -> {
          if (!broken.isEmpty()) {
            throw new IllegalStateException("hỏng");
          }
        });
    moveTo(today.plusDays(2));

    server.get(NewDays.class).look();
    server.get(NewDays.class).look();

    assertThat(server.get(Watch.class).alarms())
        .filteredOn(alarm -> alarm.key().equals("day-failed"))
        .singleElement()
        .satisfies(alarm ->
            assertThat(alarm.arguments())
                .containsExactly(
                    Zones.VIETNAM.getId(),
                    today.plusDays(1).atStartOfDay(Zones.VIETNAM).toInstant(),
                    "java.lang.IllegalStateException: hỏng"));
    broken.clear();
    server.get(NewDays.class).look();
    assertThat(server.get(Days.class).failed()).isEmpty();
    assertThat(begun()).isEqualTo(2);
  }

  @Test
  void aClockThatRanAheadIsAnAlarm() {
    moveTo(today.plusDays(30));
    server.get(NewDays.class).look();
    assertThat(heard).hasSize(30);

    moveTo(today);

    assertThat(server.get(Watch.class).alarms())
        .filteredOn(alarm -> alarm.key().equals("day-ahead"))
        .hasSize(1);
  }

  @Test
  void howManyMessagesAnAddressGotOnADayIsForgottenWhenItIsNoLongerAsked() {
    jdbc.sql(
            """
            insert into address_day (channel, address, day, n)
            select 'sms', '+84300000001', :today::date - d, 1 from generate_series(0, 9) d
            """)
        .param("today", today)
        .update();
    moveTo(today.plusDays(1));

    server.get(NewDays.class).look();

    assertThat(jdbc.sql("select day from address_day order by day").query(LocalDate.class).list())
        .containsExactly(today.minusDays(1), today);
  }

  private TestServer node(String name) {
    var settings = new HashMap<>(database);
    // Two programs in one process.
    settings.put("lantoa.schedule.name", name);
    return TestServer.start(settings);
  }

  private static void listen(TestServer node, Consumer<DayBegan> listener) {
    ApplicationListener<PayloadApplicationEvent<DayBegan>> listening =
        new ApplicationListener<>() {
          @Override
          public void onApplicationEvent(PayloadApplicationEvent<DayBegan> event) {
            listener.accept(event.getPayload());
          }
        };
    node.context().addApplicationListener(listening);
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void moveTo(LocalDate day) {
    server.moveTo(day.atTime(12, 0).atZone(Zones.VIETNAM).toInstant());
  }

  /// Days after the one a test starts on: the program may have begun the real one before that.
  private long begun() {
    return jdbc.sql("select count(*) from day_begun where day > :today")
        .param("today", today)
        .query(Long.class)
        .single();
  }

  private long nextTick() {
    return jdbc.sql("select next_fire_time from qrtz_triggers where trigger_group = 'days'")
        .query(Long.class)
        .single();
  }

  private static long midnight(LocalDate day) {
    return day.atStartOfDay(Zones.VIETNAM).toInstant().toEpochMilli();
  }
}

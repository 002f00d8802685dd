package vn.lantoa.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.testing.StandingClock;

class DaysTest {

  private static final ZoneId VIETNAM = Zones.VIETNAM;
  private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 26);

  private final DataSource database = TestDatabase.create();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final StandingClock standing = StandingClock.in(jdbc);
  private final List<DayBegan> heard = Collections.synchronizedList(new ArrayList<>());
  private final Days days = node(heard::add);

  @BeforeEach
  void start() {
    TestDatabase.asSuperuser(
        jdbc, "create table work (day date not null); grant all on work to lantoa");
    clock("2026-11-26T05:00:00Z");
  }

  @Test
  void theFirstDayIsTodayAndItBeginsOnce() {
    begin(VIETNAM);
    begin(VIETNAM);

    assertThat(heard).containsExactly(new DayBegan(FIRST, VIETNAM));
    assertThat(days.nextBeginning(VIETNAM)).isEqualTo(Instant.parse("2026-11-26T17:00:00Z"));
  }

  @Test
  void daysOnWhichNothingRanAreMadeUpOneByOneInTheirOrder() {
    begin(VIETNAM);
    clock("2026-12-01T05:00:00Z");

    begin(VIETNAM);

    assertThat(heard)
        .extracting(DayBegan::day)
        .containsExactlyElementsOf(FIRST.datesUntil(FIRST.plusDays(6)).toList());
  }

  @Test
  void eachZoneHasDaysOfItsOwn() {
    clock("2026-11-26T18:00:00Z");

    begin(VIETNAM);
    begin(SAO_PAULO);

    assertThat(heard)
        .containsExactly(new DayBegan(FIRST.plusDays(1), VIETNAM), new DayBegan(FIRST, SAO_PAULO));
  }

  @Test
  void aDayWithoutAMidnightBeginsWhenTheClocksHaveBeenPutForward() {
    clock("2018-11-03T12:00:00Z");
    begin(SAO_PAULO);
    assertThat(days.nextBeginning(SAO_PAULO)).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));

    clock("2018-11-04T02:59:50Z");
    begin(SAO_PAULO);
    assertThat(heard).hasSize(1);
    clock("2018-11-04T03:00:00Z");
    begin(SAO_PAULO);

    assertThat(heard.getLast().day()).isEqualTo(LocalDate.of(2018, 11, 4));
  }

  @Test
  void aDayThatAZoneLeftOutNeverBegins() {
    var apia = ZoneId.of("Pacific/Apia");
    clock("2011-12-29T22:00:00Z");
    begin(apia);
    clock("2012-01-01T00:00:00Z");

    begin(apia);

    assertThat(heard)
        .extracting(began -> began.day().toString())
        .containsExactly("2011-12-29", "2011-12-31", "2012-01-01");
  }

  @Test
  void aClockThatIsSetBackRepeatsNoDay() {
    begin(VIETNAM);
    clock("2027-11-26T05:00:00Z");
    begin(VIETNAM);
    int begun = heard.size();
    assertThat(begun).isEqualTo(366);

    clock("2026-11-27T05:00:00Z");
    begin(VIETNAM);

    assertThat(heard).hasSize(begun).doesNotHaveDuplicates();
    assertThat(days.ahead()).containsExactly(new DayBegan(LocalDate.of(2027, 11, 26), VIETNAM));
    clock("2027-11-27T05:00:00Z");
    assertThat(days.ahead()).isEmpty();
    begin(VIETNAM);
    assertThat(heard).hasSize(begun + 1);
  }

  @Test
  void nodesThatComeAtTheSameMomentBeginEachDayOnce() throws Exception {
    Consumer<DayBegan> slow =
        began -> {
          heard.add(began);
          jdbc.sql("insert into work (day) values (:day)").param("day", began.day()).update();
          jdbc.sql("select pg_sleep(0.05)").query(rows -> {});
        };
    begin(VIETNAM);
    heard.clear();
    clock("2026-12-06T05:00:00Z");
    List<Callable<Boolean>> nodes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      var node = node(slow);
      nodes.add(() -> {
        for (int tries = 0; tries < 1_000 && begun() < 11; tries++) {
          node.beginNext(VIETNAM);
        }
        return true;
      });
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var node : threads.invokeAll(nodes)) {
        assertThat(node.get()).isTrue();
      }
    }

    var made = FIRST.plusDays(1).datesUntil(FIRST.plusDays(11)).toList();
    assertThat(heard).extracting(DayBegan::day).containsExactlyElementsOf(made);
    assertThat(work()).containsExactlyElementsOf(made);
    assertThat(days.failed()).isEmpty();
  }

  @Test
  void whatFailsLeavesNeitherWorkNorMarkAndIsTriedAgain() {
    var broken = new ArrayList<>(List.of("Bảng này không có"));
    var node =
        node(began -> {
          jdbc.sql("insert into work (day) values (:day)").param("day", began.day()).update();
          if (!broken.isEmpty()) {
            throw new IllegalStateException(broken.getFirst());
          }
        });

    assertThat(node.beginNext(VIETNAM)).isEmpty();
    clock("2026-11-27T05:00:00Z");
    assertThat(node.beginNext(VIETNAM)).isEmpty();

    assertThat(work()).isEmpty();
    assertThat(begun()).isZero();
    assertThat(node.failed())
        .extracting(Days.Failed::zone, Days.Failed::day, Days.Failed::tries, Days.Failed::why)
        .containsExactly(
            tuple(
                VIETNAM,
                FIRST.plusDays(1),
                1,
                "java.lang.IllegalStateException: Bảng này không có"));
    broken.clear();
    assertThat(node.beginNext(VIETNAM)).contains(FIRST.plusDays(1));
    assertThat(work()).containsExactly(FIRST.plusDays(1));
    assertThat(node.failed()).isEmpty();
  }

  @Test
  void aZoneInWhichADayCannotBeginHoldsUpNoOther() {
    var node =
        node(began -> {
          if (began.zone().equals(VIETNAM)) {
            throw new IllegalStateException();
          }
          heard.add(began);
        });

    node.beginNext(VIETNAM);
    node.beginNext(VIETNAM);

    assertThat(node.beginNext(SAO_PAULO)).contains(FIRST);
    assertThat(node.failed()).singleElement().satisfies(f -> assertThat(f.tries()).isEqualTo(2));
  }

  /// As when the machine of the database is switched off.
  @Test
  void whatIsCutOffInTheMiddleIsDoneAgainInFull() {
    var cut = new ArrayList<>(List.of(true));
    var node =
        node(began -> {
          jdbc.sql("insert into work (day) values (:day)").param("day", began.day()).update();
          if (!cut.isEmpty()) {
            cut.clear();
            jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query(rows -> {});
          }
        });

    assertThat(node.beginNext(VIETNAM)).isEmpty();
    assertThat(work()).isEmpty();

    assertThat(node.beginNext(VIETNAM)).contains(FIRST);
    assertThat(node.beginNext(VIETNAM)).isEmpty();
    assertThat(work()).containsExactly(FIRST);
  }

  @Test
  void vietnamIsAlwaysAmongTheZones() {
    var settings = Map.of("lantoa.calendar.zones", "America/Sao_Paulo,Asia/Ho_Chi_Minh");

    var bound =
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("lantoa.calendar", CalendarSettings.class);

    assertThat(bound.zones()).containsExactly(VIETNAM, SAO_PAULO);
  }

  @Test
  void aZoneThatIsNoLongerAskedForRaisesNoAlarm() {
    var berlin = ZoneId.of("Europe/Berlin");
    var node =
        node(began -> {
          throw new IllegalStateException();
        });
    node.beginNext(VIETNAM);
    node.beginNext(berlin);

    assertThat(node.failed()).extracting(Days.Failed::zone).containsExactly(VIETNAM);
  }

  private void begin(ZoneId zone) {
    while (days.beginNext(zone).isPresent()) {
      assertThat(heard.size()).isLessThan(400);
    }
  }

  /// Of a program that shares the database with the others.
  private JdbcDays node(Consumer<DayBegan> listener) {
    return new JdbcDays(
        jdbc,
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        event -> listener.accept((DayBegan) event),
        new DatabaseClock(jdbc, InstantSource.system()),
        new CalendarSettings(
            Path.of("quiet-hours.yaml"),
            Path.of("holidays.yaml"),
            Path.of("school-year.yaml"),
            List.of(SAO_PAULO, VIETNAM)));
  }

  private void clock(String instant) {
    standing.moveTo(Instant.parse(instant));
  }

  private int begun() {
    return jdbc.sql("select count(*) from day_begun").query(Integer.class).single();
  }

  private List<LocalDate> work() {
    return jdbc.sql("select day from work order by day").query(LocalDate.class).list();
  }
}

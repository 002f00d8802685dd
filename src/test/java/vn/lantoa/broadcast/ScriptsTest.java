package vn.lantoa.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;

class ScriptsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

  private final List<Object> events = new ArrayList<>();
  private Scripts scripts;
  private TransactionTemplate transaction;
  private Station station;

  @BeforeEach
  void fill() {
    var database = TestDatabase.create();
    var jdbc = JdbcClient.create(database);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    var stations = new JdbcStations(jdbc);
    scripts = new JdbcScripts(jdbc, stations, events::add, () -> NOW);
    station =
        stations.put(
            OrgExamples.in(jdbc).school().id(),
            Station.Kind.SCHOOL_RADIO,
            "Phát thanh Một",
            null,
            200,
            List.of(new Station.AirSlot(DayOfWeek.MONDAY, LocalTime.of(7, 15), 15)));
  }

  @Test
  void theSameDeliveryAddsItsItemOnce() {
    add(1);
    add(1);
    var script = add(2);

    assertThat(script.weekOn()).isEqualTo(LocalDate.of(2026, 11, 16));
    assertThat(script.items()).extracting(BroadcastScript.Item::position).containsExactly(1, 2);
  }

  @Test
  void itemsAddedAtOnceGetTheirOwnPlaces() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<BroadcastScript>> adding = new ArrayList<>();
      for (int i = 1; i <= 8; i++) {
        int delivery = i;
        adding.add(() -> transaction.execute(_ -> add(delivery)));
      }
      for (var done : threads.invokeAll(adding)) {
        done.get();
      }
    }

    assertThat(scripts.of(station.id(), SATURDAY).orElseThrow().items())
        .extracting(BroadcastScript.Item::position)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void aSchoolConfirmsWhatItAiredAndMayCorrectIt() {
    var script = add(7);
    var item = script.items().getFirst().id();
    var actor = new Actor(null, "Cô Hạnh");

    scripts.confirmAired(script.id(), item, NOW.minusSeconds(3600), Duration.ofMinutes(2), actor);
    scripts.confirmAired(script.id(), item, NOW.minusSeconds(1800), Duration.ofMinutes(3), actor);

    assertThat(scripts.find(script.id()).orElseThrow().items().getFirst().airedFor())
        .isEqualTo(Duration.ofMinutes(3));
    assertThat(events).contains(new ItemAired(7, NOW.minusSeconds(3600)));
    assertThatThrownBy(
            () -> scripts.confirmAired(script.id(), item, NOW.plusSeconds(1), Duration.ZERO, actor))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> scripts.confirmAired(script.id() + 1, item, NOW, Duration.ZERO, actor))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void aReaderNeedsTimeForSyllablesFiguresAndBreath() {
    assertThat(SpokenLength.syllables("Xin chào các bạn")).isEqualTo(4);
    assertThat(SpokenLength.syllables("VNeID")).isEqualTo(5);
    assertThat(SpokenLength.of("một ".repeat(200), 200)).isEqualTo(Duration.ofSeconds(60));
    assertThat(SpokenLength.of("Một. Hai. Ba.", 200)).isEqualTo(Duration.ofSeconds(3));
    assertThat(SpokenLength.of("  ", 200)).isZero();
  }

  private BroadcastScript add(long delivery) {
    return scripts.add(station.id(), SATURDAY, "bai", "hash", "Bài", "Xin chào các bạn.", delivery);
  }
}

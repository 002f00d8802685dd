package vn.lantoa.console.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.OFFICER;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.org.OrgUnits;

@ConsoleTest
class UnitPagesTest {

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private OrgUnits units;
  @Autowired private Stations stations;

  @Test
  void nothingOfAnotherUnitIsTakenOverByItsName() throws Exception {
    long commune = examples.commune().id();
    long elsewhere = examples.elsewhere().id();
    var slots = List.of(new Station.AirSlot(DayOfWeek.MONDAY, LocalTime.of(7, 0), 10));
    stations.put(elsewhere, Station.Kind.WARD_LOUDSPEAKER, "Loa xã Khác", null, 200, slots);

    visits.send(
        ADMIN,
        post("/don-vi/" + commune + "/dai").param("name", "Loa xã Khác").param("pace", "180"));
    assertThat(stations.within(elsewhere)).hasSize(1);
    assertThat(stations.within(commune)).isEmpty();

    visits.send(
        ADMIN,
        post("/don-vi/" + commune + "/dai")
            .param("name", "Loa xã An Lão")
            .param("pace", "180")
            .param("day0", "2")
            .param("time0", "17:00")
            .param("minutes0", "15"));
    assertThat(stations.within(commune).getFirst().slots())
        .containsExactly(new Station.AirSlot(DayOfWeek.TUESDAY, LocalTime.of(17, 0), 15));
  }

  @Test
  void theShortNameIsEditedOnThePageOfTheUnitAndOnlyOfOnesOwn() throws Exception {
    long commune = examples.commune().id();

    visits.send(ADMIN, post("/don-vi/" + commune + "/ten-ngan").param("shortName", "UBND An Lão"));
    assertThat(units.get(commune).shortName()).isEqualTo("UBND An Lão");

    visits.send(ADMIN, post("/don-vi/" + commune + "/ten-ngan").param("shortName", "x".repeat(22)));
    assertThat(units.get(commune).shortName()).isEqualTo("UBND An Lão");
    visits.send(OFFICER, post("/don-vi/" + commune + "/ten-ngan").param("shortName", "Ai đó"));
    assertThat(units.get(commune).shortName()).isEqualTo("UBND An Lão");
  }

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    visits.assertWhole(ADMIN, "/don-vi", "/don-vi/" + examples.commune().id());
  }
}

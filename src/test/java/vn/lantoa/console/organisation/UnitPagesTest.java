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
import vn.lantoa.common.Channel;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.delivery.UnitQuotas;
import vn.lantoa.org.OrgUnits;

@ConsoleTest
class UnitPagesTest {

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private OrgUnits units;
  @Autowired private Stations stations;
  @Autowired private UnitQuotas quotas;

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
  void theQuotaOfAUnitIsSetByTheOneAbove() throws Exception {
    long commune = examples.commune().id();
    var path = "/don-vi/" + commune + "/han-muc";
    assertThat(visits.page(ADMIN, "/don-vi/" + commune))
        .contains("người nhận của đơn vị và cấp dưới", path);

    visits.send(ADMIN, post(path).param("channel", "sms").param("perDay", "1.500"));
    assertThat(quota(commune)).matches(quota -> quota.chosen() && quota.perDay() == 1_500);
    assertThat(visits.page(ADMIN, "/don-vi/" + commune)).contains("1.500", "do cấp trên đặt");

    for (var channel : new String[] {"x", "x,y", "SMS", "xyz", ""}) {
      var answer = visits.send(ADMIN, post(path).param("channel", channel).param("perDay", "1"));
      assertThat(answer.getStatus()).as(channel).isLessThan(500);
    }
    for (var wrong : new String[] {"-1", "nhiều", "99999999999"}) {
      var answer = visits.send(ADMIN, post(path).param("channel", "sms").param("perDay", wrong));
      assertThat(answer.getStatus()).as(wrong).isLessThan(500);
    }
    assertThat(
            visits
                .send(ADMIN, post(path).param("channel", "facebook").param("perDay", "1"))
                .getStatus())
        .isLessThan(500);
    visits.send(OFFICER, post(path).param("channel", "sms").param("perDay", "9"));
    assertThat(quota(commune).perDay()).isEqualTo(1_500);

    visits.send(ADMIN, post(path).param("channel", "sms").param("perDay", ""));
    assertThat(quota(commune).chosen()).isFalse();
  }

  private UnitQuotas.Quota quota(long unit) {
    return quotas.of(unit).stream()
        .filter(quota -> quota.channel().equals(Channel.SMS))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    visits.assertWhole(ADMIN, "/don-vi", "/don-vi/" + examples.commune().id());
  }
}

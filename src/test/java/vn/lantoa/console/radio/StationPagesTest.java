package vn.lantoa.console.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.SCHOOL;
import static vn.lantoa.console.ConsoleUsers.user;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.broadcast.Scripts;
import vn.lantoa.common.Zones;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.security.Accounts;

@ConsoleTest
class StationPagesTest {

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private InstantSource clock;
  @Autowired private Accounts accounts;
  @Autowired private ContentLibrary library;
  @Autowired private Scripts scripts;

  @Test
  void aSchoolFindsItsOwnStationAndNoOther() throws Exception {
    var own = "/dai/" + examples.ownStation().id();
    var other = "/dai/" + examples.otherStation().id();

    assertThat(visits.open(SCHOOL, "/").getRedirectedUrl()).isEqualTo("/dai");
    assertThat(visits.open(SCHOOL, "/dai").getRedirectedUrl()).isEqualTo(own);
    assertThat(visits.open(SCHOOL, own).getStatus()).isEqualTo(200);
    assertThat(visits.open(SCHOOL, other).getStatus()).isEqualTo(404);
    assertThat(visits.open(OFFICER, other).getStatus()).isEqualTo(200);
  }

  @Test
  void whatWasTakenOutOfTheLibraryIsNotReadOut() throws Exception {
    var id = "phat-roi-rut";
    var file =
        """
        ---
        id: phat-roi-rut
        title: Phát rồi rút
        topic: chu-ky-so
        audiences: [nguoi-dan]
        valid: 2020-01-01/2099-12-31
        source: Kế hoạch
        ---
        ## radio
        Lời đọc sai sót.
        """;
    var officer = accounts.byUsername(OFFICER).orElseThrow().actor();
    var item = library.take(id + ".md", file, officer).item().orElseThrow();
    library.approve(id, item.latest().hash(), accounts.byUsername(APPROVER).orElseThrow().actor());
    var station = "/dai/" + examples.otherStation().id();
    scripts.add(
        examples.otherStation().id(),
        LocalDate.ofInstant(clock.instant(), Zones.VIETNAM),
        id,
        item.latest().hash(),
        item.title(),
        "Lời đọc sai sót.",
        2);
    assertThat(visits.page(OFFICER, station)).contains("Lời đọc sai sót.");

    library.withdraw(id, officer);

    assertThat(visits.page(OFFICER, station))
        .contains("Nội dung này đã bị rút khỏi kho. Xin không phát.")
        .doesNotContain("Lời đọc sai sót.", "btn btn-primary\" href=\"#xac-nhan");
  }

  @Test
  void aSchoolConfirmsWhatItAired() throws Exception {
    var station = "/dai/" + examples.ownStation().id();
    var monday =
        LocalDate.ofInstant(clock.instant(), Zones.VIETNAM)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var aired = "Đã phát " + DateTimeFormatter.ofPattern("dd/MM/yyyy").format(monday);

    assertThat(visits.page(SCHOOL, station))
        .contains("btn btn-primary\" href=\"#xac-nhan-" + examples.scriptItemId());

    for (var elsewhere : List.of("2020-01-06", monday.minusDays(1).toString(), "9999-12-31")) {
      visits.send(SCHOOL, confirmation(station, elsewhere));
      assertThat(visits.page(SCHOOL, station)).doesNotContain("Đã phát ");
    }
    var odd = Map.of("minutes", "-1", "seconds", "120");
    visits.send(SCHOOL, CampaignExamples.with(confirmation(station, monday.toString()), odd));
    assertThat(visits.page(SCHOOL, station)).doesNotContain("Đã phát ");
    var sent = visits.send(SCHOOL, confirmation(station, monday.toString()));

    assertThat(sent.getRedirectedUrl()).endsWith("#muc-" + examples.scriptItemId());
    var page =
        visits
            .answer(get(station).with(user(SCHOOL)).flashAttr("justAired", examples.scriptItemId()))
            .getContentAsString();
    assertThat(page)
        .contains("Xin cảm ơn")
        .contains(aired + " 07:15", "2 phút 5 giây", "Phạm Thị Hạnh")
        .doesNotContain("href=\"#xac-nhan-");
    // Where the browser jumps to, above the words and not two screens below.
    assertThat(page.indexOf(aired))
        .isBetween(
            page.indexOf("id=\"muc-" + examples.scriptItemId()), page.indexOf("script-body"));
  }

  private MockHttpServletRequestBuilder confirmation(String station, String date) {
    return post(station + "/da-phat")
        .param("script", String.valueOf(examples.scriptId()))
        .param("item", String.valueOf(examples.scriptItemId()))
        .param("date", date)
        .param("time", "07:15")
        .param("minutes", "2")
        .param("seconds", "5");
  }

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    var own = "/dai/" + examples.ownStation().id();

    visits.assertWhole(
        OFFICER,
        "/dai",
        "/dai?q=xyzzy",
        own,
        "/dai/" + examples.otherStation().id(),
        own + "?tuan=2030-01-01");
  }
}

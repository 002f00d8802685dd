package vn.lantoa.console.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.SCHOOL;
import static vn.lantoa.console.ConsoleUsers.user;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;

@ConsoleTest
class StationPagesTest {

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;

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
  void aSchoolConfirmsWhatItAired() throws Exception {
    var station = "/dai/" + examples.ownStation().id();
    var confirm =
        post(station + "/da-phat")
            .param("script", String.valueOf(examples.scriptId()))
            .param("item", String.valueOf(examples.scriptItemId()))
            .param("date", "2026-11-02")
            .param("time", "07:15")
            .param("minutes", "2")
            .param("seconds", "5");

    assertThat(visits.page(SCHOOL, station))
        .contains("btn btn-primary\" href=\"#xac-nhan-" + examples.scriptItemId());

    var sent = visits.send(SCHOOL, confirm);

    assertThat(sent.getRedirectedUrl()).endsWith("#muc-" + examples.scriptItemId());
    var page =
        visits
            .answer(get(station).with(user(SCHOOL)).flashAttr("justAired", examples.scriptItemId()))
            .getContentAsString();
    assertThat(page)
        .contains("Xin cảm ơn")
        .contains("Đã phát 02/11/2026 07:15", "2 phút 5 giây", "Phạm Thị Hạnh")
        .doesNotContain("href=\"#xac-nhan-");
    // Where the browser jumps to, above the words and not two screens below.
    assertThat(page.indexOf("Đã phát 02/11/2026"))
        .isBetween(
            page.indexOf("id=\"muc-" + examples.scriptItemId()), page.indexOf("script-body"));
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

package vn.lantoa.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.audience.Recipients;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;

@ConsoleTest
class PersonPagesTest {

  private static final String NEW = "/nguoi-nhan/them";

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private Recipients recipients;

  @Test
  void onePersonIsAddedChangedRemovedAndBroughtBack() throws Exception {
    var page = added("Hà Một Mình", "01691234561");
    assertThat(visits.page(OFFICER, page)).contains("Hà Một Mình", "+84391234561", "phiếu");

    assertThat(visits.page(OFFICER, page + "/sua")).contains("value=\"0391234561\"");
    visits.send(
        OFFICER, filled(page + "/sua", "Hà Hai Mình", "0912345661").param("EMAIL", "h@x.vn"));
    assertThat(visits.page(OFFICER, page))
        .contains("Hà Hai Mình", "+84912345661", "h@x.vn")
        .doesNotContain("+84391234561");

    visits.send(OFFICER, post(page + "/xoa"));
    assertThat(visits.page(OFFICER, page)).contains("đã được xóa", "Khôi phục");
    visits.assertWhole(OFFICER, page);
    assertThat(visits.page(OFFICER, "/nguoi-nhan?q=ha hai minh")).doesNotContain("Hà Hai Mình");
    assertThat(visits.page(OFFICER, "/nguoi-nhan?q=ha hai minh&danh-sach=da-xoa"))
        .contains("Hà Hai Mình");

    visits.send(OFFICER, post(page + "/khoi-phuc"));
    assertThat(visits.page(OFFICER, "/nguoi-nhan?q=ha hai minh")).contains("Hà Hai Mình");
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndNothingIsWritten() throws Exception {
    var answer = visits.send(OFFICER, filled(NEW, "Sai Cả", "02253822222").param("EMAIL", "@"));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString())
        .contains("Số máy bàn", "Địa chỉ email không đúng", "value=\"Sai Cả\"")
        .doesNotContain("⟦");
    assertThat(recipients.search(examples.department().id(), "sai ca", 0, 1)).isEmpty();
  }

  @Test
  void nobodyIsWrittenDownTwice() throws Exception {
    var page = added("Hà Ba Mình", "0912345662");
    var other = added("Hà Bốn Mình", "0912345663");

    assertThat(visits.send(OFFICER, filled(NEW, "Hà Ba Mình", "0912345662")).getContentAsString())
        .contains("Đã có một người khác");
    assertThat(
            visits
                .send(OFFICER, filled(other + "/sua", "Hà Ba Mình", "0912345662"))
                .getContentAsString())
        .contains("Đã có một người khác");
    assertThat(visits.page(OFFICER, page)).contains("Hà Ba Mình");

    // Who was removed comes back as he is written down again.
    visits.send(OFFICER, post(page + "/xoa"));
    assertThat(added("Hà Ba Mình", "0912345662")).isEqualTo(page);
  }

  @Test
  void onlyTheOfficersOfAPersonMayChangeHim() throws Exception {
    var page = added("Hà Năm Mình", "0912345664");

    for (var who : new String[] {APPROVER, STRANGER}) {
      assertThat(visits.open(who, page + "/sua").getStatus()).as(who).isIn(403, 404);
      assertThat(visits.send(who, post(page + "/xoa")).getStatus()).as(who).isIn(403, 404);
    }
    assertThat(visits.page(OFFICER, page)).contains("Hà Năm Mình");
  }

  @Test
  void theFormsHaveAllTheirWords() throws Exception {
    visits.assertWhole(OFFICER, NEW, added("Hà Sáu Mình", "0912345665") + "/sua");
  }

  private String added(String name, String phone) throws Exception {
    var answer = visits.send(OFFICER, filled(NEW, name, phone));
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    return Objects.requireNonNull(answer.getHeader("Location"));
  }

  private MockHttpServletRequestBuilder filled(String path, String name, String phone) {
    return post(path)
        .param("NAME", name)
        .param("AUDIENCE", "nguoi-dan")
        .param("PHONE", phone)
        .param("CONSENT", "phiếu")
        .param("unit", String.valueOf(examples.department().id()));
  }
}

package vn.lantoa.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.audience.Recipients;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;

@ConsoleTest
class PeoplePagesTest {

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private Recipients recipients;

  @Test
  void numbersAreMaskedInListsAndWishesTakeEffect() throws Exception {
    var page = pageOfThao();

    assertThat(visits.page(OFFICER, "/nguoi-nhan?q=phuong thao"))
        .contains("Phạm Phương Thảo", "+8491•••001")
        .doesNotContain("+84912000001");

    visits.send(OFFICER, post(page + "/tu-choi").param("source", " "));
    assertThat(visits.page(OFFICER, page)).doesNotContain("Từ chối nhận");

    visits.send(OFFICER, post(page + "/tu-choi").param("source", "Gọi điện"));
    assertThat(visits.page(OFFICER, page)).contains("Từ chối nhận", "Gọi điện");

    visits.send(OFFICER, post(page + "/dong-y").param("source", "Đổi ý"));
    assertThat(visits.page(OFFICER, page)).contains("Đổi ý", ">Được gửi<");
    assertThat(visits.send(APPROVER, post(page + "/tu-choi").param("source", "x")).getStatus())
        .isEqualTo(403);
  }

  @Test
  void peopleOfAnotherUnitDoNotExist() throws Exception {
    for (var path : List.of("/nguoi-nhan?don-vi=" + examples.commune().id(), pageOfThao())) {
      assertThat(visits.open(STRANGER, path).getStatus()).as(path).isEqualTo(404);
    }
  }

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    visits.assertWhole(OFFICER, "/nguoi-nhan", "/nguoi-nhan?q=xyzzy", pageOfThao());
  }

  private String pageOfThao() {
    var person = recipients.search(examples.commune().id(), "phuong thao", 0, 1).getFirst();
    return "/nguoi-nhan/" + person.id();
  }
}

package vn.lantoa.console.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.SCHOOL;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.UncertainExamples;
import vn.lantoa.console.Visits;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.security.AuditTrail;

/// The desk for what is uncertain: who sees it, and who decides.
@ConsoleTest
class UncertainPagesTest {

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private ApplicationContext context;
  @Autowired private Deliveries deliveries;
  @Autowired private AuditTrail trail;

  @Test
  void theDeskShowsAnOfficerWhatIsHisAndLetsNobodyElseDecide() throws Exception {
    long own = uncertain(examples.department(), "Nguyễn Thị Của Ta");
    long foreign = uncertain(examples.elsewhere(), "Trần Văn Nơi Khác");

    assertThat(visits.page(OFFICER, "/chua-ro"))
        .contains("Nguyễn Thị Của Ta", "decision=SEND_AGAIN")
        .doesNotContain("Trần Văn Nơi Khác");
    assertThat(visits.page(APPROVER, "/chua-ro"))
        .contains("Nguyễn Thị Của Ta")
        .doesNotContain("SEND_AGAIN");
    assertThat(visits.page(STRANGER, "/chua-ro"))
        .contains("Trần Văn Nơi Khác")
        .doesNotContain("Nguyễn Thị Của Ta");
    for (var name : List.of(SCHOOL, ADMIN)) {
      assertThat(visits.open(name, "/chua-ro").getStatus()).as(name).isIn(403, 404);
    }

    for (var decision : List.of("WAS_SENT", "SEND_AGAIN", "LEAVE", "ASK")) {
      for (var name : List.of(APPROVER, SCHOOL, ADMIN, STRANGER)) {
        assertThat(decide(name, decision, own).getStatus()).as(name + decision).isIn(403, 404);
      }
      // One that is not his spoils the whole choice.
      assertThat(decide(OFFICER, decision, own, foreign).getStatus()).as(decision).isEqualTo(404);
      visits.open(OFFICER, "/chua-ro?decision=" + decision + "&chon=" + own);
    }
    assertThat(isUncertain(own)).isTrue();
    assertThat(isUncertain(foreign)).isTrue();
    assertThat(trail.of("delivery:" + own, 9)).isEmpty();

    decide(OFFICER, "LEAVE", own);
    assertThat(visits.page(OFFICER, "/chua-ro")).doesNotContain("Nguyễn Thị Của Ta");
    assertThat(visits.page(OFFICER, "/chua-ro?de-lai=true")).contains("Nguyễn Thị Của Ta");
    decide(OFFICER, "WAS_SENT", own);
    assertThat(isUncertain(own)).isFalse();
    assertThat(trail.of("delivery:" + own, 9))
        .extracting(AuditTrail.Entry::action)
        .containsExactly("delivery.was-sent", "delivery.leave");
  }

  @Test
  void blanksChooseNothing() throws Exception {
    var request = post("/chua-ro").param("decision", "LEAVE").param("chon", " ", " ");

    assertThat(visits.send(OFFICER, request).getRedirectedUrl()).isEqualTo("/chua-ro");
  }

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    uncertain(examples.department(), "Lê Thị Ai");

    visits.assertWhole(OFFICER, "/chua-ro", "/chua-ro?de-lai=true");
  }

  private long uncertain(OrgUnit unit, String name) {
    return UncertainExamples.fill(context, unit.id(), name).getFirst();
  }

  private boolean isUncertain(long delivery) {
    return deliveries.find(delivery).orElseThrow().status() == DeliveryStatus.UNCERTAIN;
  }

  private MockHttpServletResponse decide(String username, String decision, long... ids)
      throws Exception {
    var request = post("/chua-ro").param("decision", decision);
    for (long id : ids) {
      request.param("chon", String.valueOf(id));
    }
    return visits.send(username, request);
  }
}

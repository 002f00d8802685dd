package vn.lantoa.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;

@ConsoleTest
class LoginPagesTest {

  @Autowired private Visits visits;
  @Autowired private Accounts accounts;
  @Autowired private AuditTrail trail;

  @Test
  void aFirstPasswordLeadsNowhereElse() throws Exception {
    assertThat(visits.open(ConsoleExamples.NEWCOMER, "/noi-dung").getRedirectedUrl())
        .isEqualTo("/mat-khau");
    assertThat(visits.open(ConsoleExamples.NEWCOMER, "/mat-khau").getStatus()).isEqualTo(200);
  }

  @Test
  void aWrongNameLooksLikeAWrongPassword() throws Exception {
    var wrongName = afterLogin("khong-co", "sai mat khau roi");
    var wrongPassword = afterLogin(ConsoleExamples.APPROVER, "sai mat khau roi");

    assertThat(wrongName.replace("khong-co", "")).contains("chưa đúng");
    assertThat(withoutToken(wrongName).replace("khong-co", "?"))
        .isEqualTo(withoutToken(wrongPassword).replace(ConsoleExamples.APPROVER, "?"));
  }

  @Test
  void whoGuessesTooOftenHasToWait() throws Exception {
    for (int i = 0; i < 5; i++) {
      afterLogin("khong-co-ai-ten-nay", "doan mo lan " + i);
    }

    assertThat(afterLogin("khong-co-ai-ten-nay", ConsoleExamples.PASSWORD))
        .contains("Hãy chờ 1 phút");

    assertThat(trail.of("login", 99))
        .extracting(AuditTrail.Entry::action)
        .startsWith("login.throttled")
        .contains("login.refused");
  }

  @Test
  void aStaleLoginPageAsksAgain() throws Exception {
    var answer = visits.answer(post("/dang-nhap").param("username", "lan").param("password", "x"));

    assertThat(answer.getRedirectedUrl()).isEqualTo("/dang-nhap?het-phien");
  }

  @Test
  void leadsToThePageOneWantedByItsOwnAddress() throws Exception {
    var before = visits.answer(get("/luot-gui?q=lan").accept(MediaType.TEXT_HTML));

    var answer =
        visits.answer(
            post("/dang-nhap")
                .cookie(before.getCookies())
                .param("username", ConsoleExamples.APPROVER)
                .param("password", ConsoleExamples.PASSWORD)
                .with(csrf()));

    assertThat(answer.getRedirectedUrl()).isEqualTo("/luot-gui?q=lan");
  }

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    visits.assertWhole(ConsoleExamples.OFFICER, "/mat-khau");
  }

  /// The login page as it is after a try.
  private String afterLogin(String username, String password) throws Exception {
    var answer =
        visits.answer(
            post("/dang-nhap")
                .param("username", username)
                .param("password", password)
                .with(csrf()));
    return visits.answer(get("/dang-nhap").cookie(answer.getCookies())).getContentAsString();
  }

  private static String withoutToken(String page) {
    return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }
}

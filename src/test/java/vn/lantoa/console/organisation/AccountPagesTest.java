package vn.lantoa.console.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.STRANGER;
import static vn.lantoa.console.ConsoleUsers.user;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;

@ConsoleTest
class AccountPagesTest {

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private Accounts accounts;

  @Test
  void administratorsReachOnlyAccountsBelowThem() throws Exception {
    long stranger = accounts.byUsername(STRANGER).map(Account::id).orElseThrow();
    long self = accounts.byUsername(ADMIN).map(Account::id).orElseThrow();

    assertThat(visits.page(ADMIN, "/tai-khoan"))
        .contains("Nguyễn Thị Lan")
        .doesNotContain("Đỗ Thị Lạ");
    assertThat(visits.send(ADMIN, post("/tai-khoan/" + stranger + "/khoa")).getStatus())
        .isEqualTo(404);
    assertThat(visits.send(ADMIN, post("/tai-khoan/" + stranger + "/mat-khau")).getStatus())
        .isEqualTo(404);
    visits.send(ADMIN, post("/tai-khoan/" + self + "/khoa"));

    assertThat(accounts.get(stranger).active()).isTrue();
    assertThat(accounts.get(self).active()).isTrue();
  }

  @Test
  void aNewAccountGetsAPasswordThatIsShownOnce() throws Exception {
    var session = new MockHttpSession();
    visits.send(
        ADMIN,
        post("/tai-khoan")
            .session(session)
            .param("username", "moi-toanh")
            .param("name", "Người Mới Toanh")
            .param("roles", "OFFICER")
            .param("unit", String.valueOf(examples.commune().id())));
    var password = Pattern.compile("secret-password\">([a-z0-9-]{19})<");

    var first = list(session);
    var second = list(session);

    assertThat(password.matcher(first).find()).isTrue();
    assertThat(password.matcher(second).find()).isFalse();
    assertThat(accounts.byUsername("moi-toanh").orElseThrow().mustChangePassword()).isTrue();
  }

  @Test
  void thePageHasAllItsWordsAndNothingInline() throws Exception {
    visits.assertWhole(ADMIN, "/tai-khoan");
  }

  private String list(MockHttpSession session) throws Exception {
    return visits.answer(get("/tai-khoan").session(session).with(user(ADMIN))).getContentAsString();
  }
}

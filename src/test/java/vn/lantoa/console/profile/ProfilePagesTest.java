package vn.lantoa.console.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.notice.NoticeKind;
import vn.lantoa.notice.NoticeSettings;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;

@ConsoleTest
class ProfilePagesTest {

  @Autowired private Visits visits;
  @Autowired private Accounts accounts;
  @Autowired private NoticeSettings settings;
  @Autowired private AuditTrail trail;

  @Test
  void hasAllItsWordsForEveryRole() throws Exception {
    visits.assertWhole(ConsoleExamples.OFFICER, "/ho-so");
    visits.assertWhole(ConsoleExamples.APPROVER, "/ho-so");
    visits.assertWhole(ConsoleExamples.SCHOOL, "/ho-so");
    visits.assertWhole(ConsoleExamples.ADMIN, "/ho-so");
    visits.assertWhole(ConsoleExamples.SCHOOL, "/ho-so/dang-nhap");
  }

  @Test
  void asksOnlyOfWhatTheRoleIsTold() throws Exception {
    assertThat(visits.page(ConsoleExamples.SCHOOL, "/ho-so"))
        .contains("SCRIPT_ARRIVED")
        .doesNotContain("CAMPAIGN_WAITS");
    assertThat(visits.page(ConsoleExamples.ADMIN, "/ho-so")).doesNotContain("fieldset");
  }

  @Test
  void keepsAddressAndChoiceOfWhoAsksAndOfNobodyElse() throws Exception {
    var before = account(ConsoleExamples.APPROVER);
    try {
      visits.send(
          ConsoleExamples.APPROVER,
          post("/ho-so")
              .param("email", " duc@mau.example.vn ")
              .param("notices", "CONTENT_WAITS", "SCRIPT_ARRIVED")
              .param("id", String.valueOf(account(ConsoleExamples.OFFICER).id())));

      assertThat(account(ConsoleExamples.APPROVER).email()).isEqualTo("duc@mau.example.vn");
      assertThat(account(ConsoleExamples.OFFICER).email()).isNull();
      assertThat(settings.off(before.id())).containsExactly(NoticeKind.CAMPAIGN_WAITS);
      assertThat(trail.of("account:" + before.id(), 5))
          .anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("account.change-profile");
            assertThat(entry.actor()).isEqualTo(before.name());
          });
      assertThat(visits.page(ConsoleExamples.APPROVER, "/ho-so"))
          .contains("value=\"CONTENT_WAITS\" checked")
          .doesNotContain("value=\"CAMPAIGN_WAITS\" checked");
    } finally {
      accounts.changeEmail(before.id(), before.email());
      settings.choose(
          before.id(),
          java.util.Set.of(NoticeKind.values()),
          java.util.Set.of(NoticeKind.values()));
    }
  }

  @Test
  void saysWhatIsWrongWithAnAddressAndKeepsWhatWasTyped() throws Exception {
    var page =
        visits
            .send(ConsoleExamples.APPROVER, post("/ho-so").param("email", "duc tai mau"))
            .getContentAsString();

    assertThat(page).contains("“duc tai mau” không phải", "value=\"duc tai mau\"");
    assertThat(account(ConsoleExamples.APPROVER).email()).isNull();
  }

  @Test
  void theMenuSaysOnEveryPageHowMuchWaits() throws Exception {
    assertThat(visits.page(ConsoleExamples.APPROVER, "/ho-so")).contains("menu-count");
    assertThat(visits.page(ConsoleExamples.SCHOOL, "/ho-so")).doesNotContain("menu-count");
    assertThat(visits.answer(get("/dang-nhap")).getContentAsString()).doesNotContain("menu-count");
  }

  private Account account(String username) {
    return accounts.byUsername(username).orElseThrow();
  }
}

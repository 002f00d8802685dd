package vn.lantoa.console.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.STRANGER;
import static vn.lantoa.console.ConsoleUsers.user;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.login.LoginExamples;
import vn.lantoa.login.SecondFactors;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.security.Role;

@ConsoleTest
class AccountPagesTest {

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private Accounts accounts;
  @Autowired private SecondFactors factors;
  @Autowired private AuditTrail trail;
  @Autowired private InstantSource clock;
  @Autowired private JdbcClient jdbc;

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
    visits.send(ADMIN, post("/tai-khoan/" + self + "/mat-khau"));

    assertThat(accounts.get(stranger).active()).isTrue();
    assertThat(accounts.get(self).active()).isTrue();
    assertThat(accounts.get(self).mustChangePassword()).isFalse();
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
  void whoLostTheTelephoneIsHelpedAndTold() throws Exception {
    var admin = accounts.byUsername(ADMIN).orElseThrow();
    var lost =
        accounts.add(
            "mat-may",
            "Người Mất Máy",
            null,
            ConsoleExamples.PASSWORD,
            false,
            List.of(new Account.Grant(Role.APPROVER, examples.commune().id())));
    factors.offer(lost);
    var secret = factors.offered(lost).orElseThrow().secret();
    factors.prove(lost, LoginExamples.code(secret, clock.instant()));
    long stranger = accounts.byUsername(STRANGER).map(Account::id).orElseThrow();

    assertThat(visits.page(ADMIN, "/tai-khoan"))
        .contains("/tai-khoan/" + lost.id() + "/go-xac-thuc", "xác thực hai lớp");
    assertThat(visits.send(ADMIN, post("/tai-khoan/" + stranger + "/go-xac-thuc")).getStatus())
        .isEqualTo(404);
    visits.send(ADMIN, post("/tai-khoan/" + lost.id() + "/go-xac-thuc"));

    assertThat(factors.has(lost.id())).isFalse();
    assertThat(trail.of("account:" + lost.id(), 1))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.action()).isEqualTo("account.take-off-second-factor");
          assertThat(entry.actor()).isEqualTo(admin.name());
        });
    assertThat(
            jdbc.sql("select kind from notice where account_id = :id")
                .param("id", lost.id())
                .query(String.class)
                .list())
        .containsExactly("SECOND_FACTOR_REMOVED");
  }

  @Test
  void saysWhenATemporaryPasswordEndsAndWhoWasHereLast() throws Exception {
    var fresh = accounts.byUsername(ConsoleExamples.NEWCOMER).orElseThrow();

    assertThat(visits.page(ADMIN, "/tai-khoan"))
        .contains("mật khẩu tạm hết hạn lúc", "Đăng nhập gần nhất");
    assertThat(fresh.passwordUntil())
        .isBetween(clock.instant(), clock.instant().plus(Duration.ofHours(72)));
  }

  @Test
  void thePageHasAllItsWordsAndNothingInline() throws Exception {
    visits.assertWhole(ADMIN, "/tai-khoan");
  }

  private String list(MockHttpSession session) throws Exception {
    return visits.answer(get("/tai-khoan").session(session).with(user(ADMIN))).getContentAsString();
  }
}

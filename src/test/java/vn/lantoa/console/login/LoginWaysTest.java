package vn.lantoa.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.common.Actor;
import vn.lantoa.console.Browser;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.login.FirstPasswordFile;
import vn.lantoa.login.LoginExamples;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// From the form to the pages, and out again, as browsers do it: several of one person, or one of
/// an intruder.
@ConsoleTest
class LoginWaysTest {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String OWN = "hai con mèo ngủ trên mái ngói";
  private static final String SENTENCE =
      "Sáng nào cũng đạp xe qua cầu gỗ, mua một bó hoa cải vàng cho bà rồi mới vào lớp học.";
  private static final Pattern SECRET = Pattern.compile("factor-secret\">([A-Z2-7 ]+)<");
  private static final Pattern CODE = Pattern.compile("<li>([a-z0-9]{5}-[a-z0-9]{5})</li>");
  private static final Pattern END = Pattern.compile("/ho-so/dang-nhap/(\\d+)/ket-thuc");

  @Autowired private Visits visits;
  @Autowired private Accounts accounts;
  @Autowired private ConsoleExamples examples;
  @Autowired private InstantSource clock;
  @Autowired private FirstPasswordFile file;

  @Test
  void anIntruderWithAnOldSessionDoesNotWinAReset() throws Exception {
    var account = account(Role.APPROVER);
    var intruder = new Browser(visits);
    intruder.logIn(account.username(), ConsoleExamples.PASSWORD);
    assertThat(intruder.open("/chien-dich").getStatus()).isEqualTo(200);

    accounts.resetPassword(account.id(), "tam-thoi-1234", Actor.SYSTEM);
    var page = intruder.open("/mat-khau");
    intruder.post(
        "/mat-khau", Map.of("present", ConsoleExamples.PASSWORD, "password", OWN, "again", OWN));

    assertThat(page.getRedirectedUrl()).endsWith("/dang-nhap");
    assertThat(intruder.open("/chien-dich").getRedirectedUrl()).endsWith("/dang-nhap");
    assertThat(new Browser(visits).logIn(account.username(), "tam-thoi-1234")).isEqualTo("/");
  }

  @Test
  void aTemporaryPasswordLeadsNowhereButToOnesOwn() throws Exception {
    var account = account(Role.ADMIN);
    accounts.resetPassword(account.id(), "tam-thoi-1234", Actor.SYSTEM);
    file.write(account.username(), "tam-thoi-1234");
    var browser = new Browser(visits);
    browser.logIn(account.username(), "tam-thoi-1234");

    for (var path :
        List.of("/", "/tai-khoan", "/ho-so", "/ho-so/dang-nhap", "/actuator/prometheus")) {
      assertThat(browser.open(path).getRedirectedUrl()).as(path).isEqualTo("/mat-khau");
    }
    assertThat(browser.page("/mat-khau")).contains("Mật khẩu tạm");
    assertThat(file.exists()).isTrue();
    browser.post("/mat-khau", Map.of("present", "tam-thoi-1234", "password", OWN, "again", OWN));

    assertThat(browser.open("/tai-khoan").getStatus()).isEqualTo(200);
    assertThat(browser.open("/actuator/prometheus").getRedirectedUrl()).isNull();
    assertThat(file.exists()).isFalse();
  }

  @Test
  void anotherPasswordEndsTheOtherBrowserAndSaysWhatIsWrong() throws Exception {
    var account = account(Role.OFFICER);
    var here = new Browser(visits);
    var there = new Browser(visits);
    here.logIn(account.username(), ConsoleExamples.PASSWORD);
    there.logIn(account.username(), ConsoleExamples.PASSWORD);

    assertThat(changed(here, "sai", OWN)).contains("Mật khẩu hiện tại chưa đúng");
    assertThat(changed(here, ConsoleExamples.PASSWORD, ConsoleExamples.PASSWORD))
        .contains("chính là mật khẩu đang dùng");
    assertThat(changed(here, ConsoleExamples.PASSWORD, "Matkhau@2026")).contains("hay bị đoán");
    assertThat(changed(here, ConsoleExamples.PASSWORD, SENTENCE)).isEmpty();

    assertThat(here.open("/noi-dung").getStatus()).isEqualTo(200);
    assertThat(there.open("/noi-dung").getRedirectedUrl()).endsWith("/dang-nhap");
  }

  @Test
  void aLockedAccountIsOutWithTheNextClick() throws Exception {
    var account = account(Role.OFFICER);
    var browser = new Browser(visits);
    browser.logIn(account.username(), ConsoleExamples.PASSWORD);

    accounts.setActive(account.id(), false);

    assertThat(browser.open("/noi-dung").getRedirectedUrl()).endsWith("/dang-nhap");
  }

  @Test
  void onePersonSeesAndEndsHisLogins() throws Exception {
    var account = account(Role.OFFICER);
    var here = new Browser(visits);
    var there = new Browser(visits);
    var third = new Browser(visits);
    for (var browser : List.of(there, third, here)) {
      browser.logIn(account.username(), ConsoleExamples.PASSWORD);
    }

    assertThat(here.page("/")).contains("Lần đăng nhập trước: 0");
    var page = here.page("/ho-so/dang-nhap");
    var ends = END.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(ends).hasSize(2);
    assertThat(page).contains("chính là nơi này");
    here.post("/ho-so/dang-nhap/" + ends.getFirst() + "/ket-thuc", Map.of());
    assertThat(third.open("/noi-dung").getRedirectedUrl()).endsWith("/dang-nhap");
    assertThat(there.open("/noi-dung").getStatus()).isEqualTo(200);
    here.post("/ho-so/dang-nhap/ket-thuc-noi-khac", Map.of());

    assertThat(there.open("/noi-dung").getRedirectedUrl()).endsWith("/dang-nhap");
    assertThat(here.open("/noi-dung").getStatus()).isEqualTo(200);
  }

  @Test
  void anAuthenticatorAppIsAskedForOnceItIsSetUp() throws Exception {
    var account = account(Role.APPROVER);
    var here = new Browser(visits);
    here.logIn(account.username(), ConsoleExamples.PASSWORD);

    here.post("/ho-so/dang-nhap/ung-dung", Map.of("present", "sai"));
    assertThat(SECRET.matcher(here.page("/ho-so/dang-nhap")).find()).isFalse();
    here.post("/ho-so/dang-nhap/ung-dung", Map.of("present", ConsoleExamples.PASSWORD));
    var offer = SECRET.matcher(here.page("/ho-so/dang-nhap"));
    assertThat(offer.find()).isTrue();
    var code = LoginExamples.code(offer.group(1), clock.instant());
    var before = new Browser(visits);
    before.logIn(account.username(), ConsoleExamples.PASSWORD);
    here.post("/ho-so/dang-nhap/ung-dung/xac-nhan", Map.of("code", code));
    assertThat(before.open("/noi-dung").getRedirectedUrl()).endsWith("/dang-nhap");
    var codes =
        CODE.matcher(here.page("/ho-so/dang-nhap")).results().map(one -> one.group(1)).toList();
    assertThat(codes).hasSize(10);
    assertThat(here.page("/ho-so/dang-nhap")).doesNotContain(codes.getFirst());

    var next = new Browser(visits);
    assertThat(next.logIn(account.username(), ConsoleExamples.PASSWORD)).isEqualTo("/dang-nhap/ma");
    assertThat(next.hasCookie("thiet-bi")).isFalse();
    for (var path : List.of("/", "/dang-nhap", "/chien-dich", "/mat-khau", "/ho-so/dang-nhap")) {
      assertThat(next.open(path).getRedirectedUrl()).as(path).isEqualTo("/dang-nhap/ma");
    }
    assertThat(next.open("/cong").getStatus()).isEqualTo(200);
    assertThat(next.post("/dang-nhap/ma", Map.of("code", code)).getContentAsString())
        .contains("đã dùng rồi");
    next.post("/dang-nhap/ma", Map.of("code", codes.getFirst()));
    assertThat(next.open("/chien-dich").getStatus()).isEqualTo(200);
    assertThat(next.hasCookie("thiet-bi")).isTrue();
  }

  @Test
  void nobodyTypesACodeBeforeAPassword() throws Exception {
    var browser = new Browser(visits);

    assertThat(browser.open("/dang-nhap/ma").getRedirectedUrl()).isEqualTo("/dang-nhap");
    assertThat(browser.post("/dang-nhap/ma", Map.of("code", "000000")).getRedirectedUrl())
        .isEqualTo("/dang-nhap");
  }

  @Test
  void noInputMakesTheFormFail() throws Exception {
    var browser = new Browser(visits);

    for (var text : List.of("", "\0", "ấ".repeat(3000), "x".repeat(10_000), "\ud800")) {
      // What is no text is refused at the door, and leads nowhere.
      assertThat(browser.logIn("lan" + text, text)).isIn("/dang-nhap", null);
      assertThat(browser.open("/dang-nhap").getStatus()).isEqualTo(200);
    }
  }

  private String changed(Browser browser, String present, String chosen) throws Exception {
    return browser
        .post("/mat-khau", Map.of("present", present, "password", chosen, "again", chosen))
        .getContentAsString();
  }

  private Account account(Role role) {
    var unit = examples.department().id();
    var name = "thu-" + COUNT.incrementAndGet();
    return accounts.add(
        name, "Người Thử", null, ConsoleExamples.PASSWORD, false, List.of(new Grant(role, unit)));
  }
}

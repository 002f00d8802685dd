package vn.lantoa.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;
import vn.lantoa.console.Browser;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.login.SoftAuthenticator;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.security.Role;

/// From the profile to the login page and back, by passkey, as browsers do it.
@ConsoleTest
class PasskeyWaysTest {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String PROFILE = "/ho-so/dang-nhap";
  private static final String ASKING = "/dang-nhap/ma";
  private static final Pattern OPTIONS = Pattern.compile("data-passkey=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("<li>([a-z0-9]{5}-[a-z0-9]{5})</li>");
  private static final Pattern ID = Pattern.compile("/ho-so/dang-nhap/khoa/(\\d+)/go");

  @Autowired private Visits visits;
  @Autowired private Accounts accounts;
  @Autowired private ConsoleExamples examples;
  @Autowired private AuditTrail trail;

  private final SoftAuthenticator phone = new SoftAuthenticator("http://localhost:8080");
  private Account account;
  private Browser here;
  private List<String> codes;

  @BeforeEach
  void added() throws Exception {
    account = account();
    here = new Browser(visits);
    here.logIn(account.username(), ConsoleExamples.PASSWORD);
    codes = add(here, phone, "Máy cầm tay");
  }

  @Test
  void isAddedWithThePasswordOnly() throws Exception {
    here.post(PROFILE + "/khoa", Map.of("name", "Máy tính", "present", "sai"));

    assertThat(here.page(PROFILE)).doesNotContain("data-passkey=");
    assertThat(codes).hasSize(10);
    assertThat(here.page(PROFILE))
        .contains("Máy cầm tay", "chưa dùng lần nào")
        .doesNotContain(codes.getFirst());
    assertThat(acts()).startsWith("account.add-passkey");
  }

  @Test
  void isAskedForAtTheNextLogin() throws Exception {
    var next = halfIn();

    for (var path : List.of("/", "/dang-nhap", "/chien-dich", PROFILE)) {
      assertThat(next.open(path).getRedirectedUrl()).as(path).isEqualTo(ASKING);
    }
    var answer = phone.get(options(next, ASKING));
    assertThat(next.post(ASKING + "/khoa", Map.of("passkey", answer)).getRedirectedUrl())
        .isEqualTo("/");
    assertThat(next.open("/chien-dich").getStatus()).isEqualTo(200);
    assertThat(next.page(PROFILE)).contains("dùng gần nhất lúc");

    // The same answer again, in a login of its own: nothing.
    var replayed = halfIn();
    replayed.open(ASKING);
    assertThat(replayed.post(ASKING + "/khoa", Map.of("passkey", answer)).getContentAsString())
        .contains("chưa được chấp nhận");
    assertThat(replayed.open("/chien-dich").getRedirectedUrl()).isEqualTo(ASKING);
    assertThat(acts()).startsWith("login.refused");
  }

  @Test
  void aRecoveryCodeStandsInForIt() throws Exception {
    var next = halfIn();

    assertThat(next.post(ASKING, Map.of("code", codes.getFirst())).getRedirectedUrl())
        .isEqualTo("/");
  }

  @Test
  void somebodyElsesAndARemovedOneAreRefused() throws Exception {
    var other = account();
    var hers = new SoftAuthenticator("http://localhost:8080");
    var there = new Browser(visits);
    there.logIn(other.username(), ConsoleExamples.PASSWORD);
    assertThat(add(there, hers, "Của người khác")).hasSize(10);
    var next = halfIn();
    assertThat(
            next.post(ASKING + "/khoa", Map.of("passkey", hers.get(options(next, ASKING))))
                .getContentAsString())
        .contains("chưa được chấp nhận");

    var tablet = new SoftAuthenticator("http://localhost:8080");
    assertThat(add(here, tablet, "Máy tính bảng")).isEmpty();
    var id = ID.matcher(here.page(PROFILE));
    assertThat(id.find()).isTrue();
    var form = Map.of("present", ConsoleExamples.PASSWORD);
    assertThat(there.post(PROFILE + "/khoa/" + id.group(1) + "/go", form).getStatus())
        .isEqualTo(404);
    here.post(PROFILE + "/khoa/" + id.group(1) + "/go", Map.of("present", "sai"));
    assertThat(here.page(PROFILE)).contains("Máy tính bảng");
    here.post(PROFILE + "/khoa/" + id.group(1) + "/go", form);
    assertThat(here.page(PROFILE)).doesNotContain("Máy tính bảng");

    assertThat(
            next.post(ASKING + "/khoa", Map.of("passkey", tablet.get(options(next, ASKING))))
                .getContentAsString())
        .contains("chưa được chấp nhận");
    assertThat(next.open("/chien-dich").getRedirectedUrl()).isEqualTo(ASKING);
  }

  @Test
  void hasItsNameChanged() throws Exception {
    var id = ID.matcher(here.page(PROFILE));
    assertThat(id.find()).isTrue();

    here.post(PROFILE + "/khoa/" + id.group(1) + "/ten", Map.of("name", "Máy cơ quan"));

    assertThat(here.page(PROFILE)).contains("Máy cơ quan").doesNotContain("Máy cầm tay");
    assertThat(acts()).startsWith("account.rename-passkey", "account.add-passkey");
  }

  @Test
  void aCopyOfItIsInTheTrail() throws Exception {
    phone.counter = 9;
    var next = halfIn();
    next.post(ASKING + "/khoa", Map.of("passkey", phone.get(options(next, ASKING))));
    phone.counter = 1;
    var copy = halfIn();

    assertThat(
            copy.post(ASKING + "/khoa", Map.of("passkey", phone.get(options(copy, ASKING))))
                .getContentAsString())
        .contains("có dấu hiệu bị sao chép");
    assertThat(trail.of("account:" + account.id(), 1))
        .singleElement()
        .satisfies(entry -> assertThat(entry.detail()).isEqualTo("copied-passkey"));
  }

  @Test
  void anAdministratorTakesItOff() throws Exception {
    var path = "/tai-khoan/" + account.id() + "/go-xac-thuc";

    visits.send(ConsoleExamples.ADMIN, post(path));

    var next = new Browser(visits);
    assertThat(next.logIn(account.username(), ConsoleExamples.PASSWORD)).isEqualTo("/");
    assertThat(next.page(PROFILE)).doesNotContain("Máy cầm tay");
  }

  @Test
  void nobodyShowsAPasskeyBeforeAPassword() throws Exception {
    assertThat(
            new Browser(visits).post(ASKING + "/khoa", Map.of("passkey", "{}")).getRedirectedUrl())
        .isEqualTo("/dang-nhap");
  }

  private Browser halfIn() throws Exception {
    var next = new Browser(visits);
    assertThat(next.logIn(account.username(), ConsoleExamples.PASSWORD)).isEqualTo(ASKING);
    return next;
  }

  /// @return recovery codes
  private static List<String> add(Browser browser, SoftAuthenticator device, String label)
      throws Exception {
    browser.post(PROFILE + "/khoa", Map.of("name", label, "present", ConsoleExamples.PASSWORD));
    var answer = device.create(options(browser, PROFILE));
    browser.post(PROFILE + "/khoa/xac-nhan", Map.of("passkey", answer));
    return CODE.matcher(browser.page(PROFILE)).results().map(one -> one.group(1)).toList();
  }

  private static String options(Browser browser, String path) throws Exception {
    var options = OPTIONS.matcher(browser.page(path));
    assertThat(options.find()).isTrue();
    return HtmlUtils.htmlUnescape(options.group(1));
  }

  private List<String> acts() {
    return trail.of("account:" + account.id(), 9).stream()
        .map(AuditTrail.Entry::action)
        .filter(action -> !action.equals("login.in"))
        .toList();
  }

  private Account account() {
    var unit = examples.department().id();
    var name = "khoa-" + COUNT.incrementAndGet();
    return accounts.add(
        name,
        "Người Thử",
        null,
        ConsoleExamples.PASSWORD,
        false,
        List.of(new Grant(Role.APPROVER, unit)));
  }
}

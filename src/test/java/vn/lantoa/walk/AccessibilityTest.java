package vn.lantoa.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.BOTH;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.SCHOOL;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.Endpoint;
import vn.lantoa.login.LoginExamples;
import vn.lantoa.testing.TestServer;
import vn.lantoa.walk.PageVisitor.Stop;

/// Every page of the program, once, seen by axe, by the Nu checker and by somebody without a mouse.
class AccessibilityTest {

  private static final String FAULTY =
      """
      <!doctype html><html><title>Trang lỗi</title><body><img src="x.png">
      <a href="#" style="outline: none; box-shadow: none">x</a>
      <div style="position: fixed; inset: 0"></div><main>
      """
          + "<a href='#'>Một nơi khác</a>".repeat(11)
          + "<button class='btn-primary'>Gửi</button></main>";

  /// Faulty in its second row.
  private static final String PEOPLE =
      """
      họ tên,đối tượng,điện thoại,email,mã đơn vị,mã,đồng ý
      Ngô Thị Đúng,nguoi-dan,0912 345 671,,,D-901,Phiếu
      Sai Số,nguoi-dan,12,,,D-902,Phiếu
      """;

  /// Lead elsewhere, or are for programs; an error has no address of its own.
  private static final List<String> NO_PAGES =
      List.of(
          "/error",
          "/ngon-ngu/vi",
          "/cong/so/tin.atom",
          "/cong/so/tin.json",
          "/nguoi-nhan/nhap/1/dong-loi");

  /// A letter is no page but part of that of a mail program, and old ones of these want tables.
  private static final Pattern ACCEPTED_IN_LETTERS =
      Pattern.compile(
          "landmark-one-main:|region:|“(?:width|align|cell\\w+)” attribute on the “table”");

  private static final List<String> visited = new ArrayList<>();
  private static final List<String> faults = new ArrayList<>();
  private static final List<String> axe = new ArrayList<>();
  private static final List<String> nu = new ArrayList<>();
  private static final List<String> keyboard = new ArrayList<>();
  private static final List<Endpoint> unanswered = new ArrayList<>();

  private static final NuChecker checker = new NuChecker();

  @BeforeAll
  static void walk() {
    ConsoleBrowser.assumeThere();
    try (var server =
        TestServer.start(
            Map.of("lantoa.calendar.quiet-hours", "src/test/resources/always-open.yaml"))) {
      var examples = WalkExamples.fill(server);
      try (var walk = new ConsoleWalk(server, examples.ids())) {
        var anybody = walk.visitor("anybody");
        lookAtFaults(anybody.show(" faulty", FAULTY));
        asAnybody(anybody, examples.publicPaths());
        asOfficer(walk.visitor(OFFICER).loggedIn(), examples.letter());
        for (var name : List.of(SCHOOL, ADMIN)) {
          walk.visitor(name).loggedIn().everyPage(AccessibilityTest::look);
        }
        asApprover(walk.visitor(APPROVER).loggedIn());
        withASecondFactor(walk.visitor(BOTH).loggedIn(), server.now());
        look(walk.visitor(BOTH).loggedIn().open("/dang-nhap/ma"));
        unanswered.addAll(walk.pages().unanswered(NO_PAGES));
      }
    }
  }

  @Test
  void everyPageHasBeenOpened() {
    assertThat(unanswered).isEmpty();
    assertThat(visited).hasSizeGreaterThan(40);
  }

  @Test
  void faultsAreSeen() {
    assertThat(faults)
        .anySatisfy(found -> assertThat(found).contains("at 390: image-alt"))
        .anySatisfy(found -> assertThat(found).contains("must have an “alt” attribute"))
        .anySatisfy(found -> assertThat(found).contains("Consider adding a “lang” attribute"))
        .anySatisfy(found -> assertThat(found).contains("shows no focus"))
        .anySatisfy(found -> assertThat(found).contains("is hidden by"))
        .anySatisfy(found -> assertThat(found).contains("is only"))
        .anySatisfy(found -> assertThat(found).contains("the main act is 12 stops away"));
  }

  @Test
  void axeFindsNothing() {
    assertThat(axe).isEmpty();
  }

  @Test
  void theNuCheckerFindsNothing() {
    assertThat(nu).isEmpty();
  }

  @Test
  void theKeyboardComesEverywhereInSight() {
    assertThat(keyboard).isEmpty();
  }

  private static void asAnybody(PageVisitor anybody, List<String> paths) {
    Stream.concat(paths.stream(), Stream.of("/cong/khong-co", "/u/khong-co", "/hooks/khong-co"))
        .map(anybody::open)
        .forEach(AccessibilityTest::look);
    anybody.open("/dang-nhap");
    look(anybody.press("main button[type=submit]"));
  }

  private static void asOfficer(PageVisitor officer, String letter) {
    officer.everyPage(AccessibilityTest::look);
    look(officer.letter(letter));
    Stream.of(
            "/khong-co",
            "/tai-khoan",
            "/dai/khong-phai-so",
            "/nguoi-nhan?q=khong+ai+ten+nhu+vay",
            "/nguoi-nhan?trang=2",
            "/luot-gui?q=khong+ai+ten+nhu+vay")
        .map(officer::open)
        .forEach(AccessibilityTest::look);
    officer.open("/noi-dung/moi");
    look(officer.press("main .btn-primary"));
    officer.open("/chien-dich/moi");
    look(officer.press("button[value=add-wave]"));
    look(officer.press("main button[value=submit]"));
    officer.open("/nguoi-nhan/nhap");
    var people =
        new FilePayload("danh-sach.csv", "text/csv", PEOPLE.getBytes(StandardCharsets.UTF_8));
    look(officer.upload("input[data-at-once]", people));
    look(officer.open(officer.path() + "?cot"));
    look(officer.press("main .btn-primary"));
    look(officer.press("main .btn-primary"));
  }

  /// A question that lies over the page, and the menu as a phone shows it.
  private static void asApprover(PageVisitor approver) {
    approver.everyPage(AccessibilityTest::look);
    var asking = approver.open("/noi-dung/" + ConsoleExamples.ITEM);
    asking.page().click("form[action$='/duyet'] button[type=submit]");
    note(asking, AxeCheck.findings(asking.page()), axe);
    var menu = approver.open("/");
    menu.page().click(".menu-button");
    look(menu);
  }

  /// Sets both kinds up: the picture, the codes on paper, then a passkey.
  private static void withASecondFactor(PageVisitor both, Instant now) {
    both.open("/ho-so/dang-nhap").page().fill("#app-present", ConsoleExamples.PASSWORD);
    var offered = both.press("form[action$='/ung-dung'] button");
    look(offered);
    var secret = offered.page().innerText(".factor-secret");
    offered.page().fill("input[name=code]", LoginExamples.code(secret, now));
    look(both.press("form[action$='/ung-dung/xac-nhan'] button"));
    VirtualAuthenticator.addTo(both.page());
    both.page().fill("#passkey-name", "Máy của tôi");
    both.page().fill("#passkey-present", ConsoleExamples.PASSWORD);
    look(both.press("form[action$='/khoa'] button"));
    look(both.press("form[action$='/khoa/xac-nhan'] button"));
  }

  private static void lookAtFaults(Stop stop) {
    faults.addAll(checker.findings(stop.html()));
    faults.addAll(AxeCheck.findings(stop.page()));
    faults.addAll(KeyboardCheck.findings(stop.page()));
  }

  private static void look(Stop stop) {
    visited.add(stop.name());
    note(stop, checker.findings(stop.html()), nu);
    note(stop, AxeCheck.findings(stop.page()), axe);
    note(stop, KeyboardCheck.findings(stop.page()), keyboard);
  }

  private static void note(Stop stop, List<String> findings, List<String> all) {
    findings.stream()
        .filter(found -> !stop.isLetter() || !ACCEPTED_IN_LETTERS.matcher(found).find())
        .forEach(found -> all.add(stop.name() + ": " + found));
  }
}

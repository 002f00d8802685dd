package vn.lantoa.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.SCHOOL;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Zones;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.testing.TestServer;

/// The ways four kinds of user go through the console, walked at a desk and on a phone: none may be
/// longer than it was in the first season of trial. Writes `target/journeys.md`, from which the
/// figures of `src/docs/journeys.md` are taken.
@Tag("slow")
class JourneysTest {

  private static final String TEXT = "Mời ông/bà nộp hồ sơ trực tuyến trên dichvucong.gov.vn.";
  private static final String TITLE = "Nộp hồ sơ tại nhà";
  private static final String CAMPAIGN = "Hướng dẫn ký số";

  /// One stretch of a journey.
  ///
  /// @param clicksBefore in the first season of trial; -1: not counted then
  private record Stretch(
      String name, int clicksBefore, int clicks, int fields, double seconds, boolean phone) {}

  private final List<Stretch> walked = new ArrayList<>();
  private TestServer server;
  private Browser browser;
  private boolean phone;

  @Test
  void noneIsLongerThanItWas() throws IOException {
    ConsoleBrowser.assumeThere();
    for (boolean onPhone : List.of(false, true)) {
      phone = onPhone;
      try (var started =
              TestServer.start(
                  Map.of("lantoa.calendar.quiet-hours", "src/test/resources/always-open.yaml"));
          var playwright = Playwright.create()) {
        server = started;
        browser = ConsoleBrowser.launch(playwright);
        WalkExamples.fill(server);
        walkAll();
      }
    }
    Files.writeString(Path.of("target", "journeys.md"), table());

    assertThat(walked)
        .filteredOn(stretch -> !stretch.phone() && stretch.clicksBefore() >= 0)
        .allSatisfy(stretch ->
            assertThat(stretch.clicks())
                .as(stretch.name())
                .isLessThanOrEqualTo(stretch.clicksBefore()));
  }

  private void walkAll() {
    as(OFFICER, "1 write and hand in", 5, this::write);
    as(APPROVER, "1 return", -1, this::sendBack);
    as(OFFICER, "1 mend and hand in again", -1, this::mend);
    as(APPROVER, "1 approve", 3, hands -> approve(hands, TITLE));
    as(OFFICER, "2 plan a campaign", 9, this::plan);
    as(APPROVER, "2 approve", 3, hands -> approve(hands, CAMPAIGN));
    as(OFFICER, "2 pause", 1, this::pause);
    as(OFFICER, "2 resume", 2, this::resume);
    as(OFFICER, "2 cancel", 2, this::cancel);
    as(OFFICER, "5 the same every 10/10", 10, this::everyYear);
    as(OFFICER, "3 take in a file", 3, this::takeIn);
    as(OFFICER, "3 opt one out", 4, this::optOut);
    as(SCHOOL, "4 confirm what was aired", 1, this::confirmAired);
    as(SCHOOL, "4b print the script", 1, hands -> hands.click("[data-print]"));
    as(OFFICER, "6 why did he get no SMS", 3, this::whyNot);
    as(OFFICER, "8 English", 1, this::english);
    as(ADMIN, "9 a unit", 3, this::addUnit);
    as(ADMIN, "9 a station", 4, this::addStation);
    as(ADMIN, "9 an account", 4, this::addAccount);
  }

  private void as(String who, String name, int before, Consumer<Hands> walk) {
    try (var hands = new Hands(browser, server, phone)) {
      hands.logIn(who).counting();
      long started = System.nanoTime();
      walk.accept(hands);
      double seconds = (System.nanoTime() - started) / 1e9;
      walked.add(new Stretch(name, before, hands.clicks(), hands.fields(), seconds, phone));
    }
  }

  private void write(Hands hands) {
    hands
        .menu("/noi-dung")
        .go("a[href='/noi-dung/moi']")
        .type("#title", TITLE)
        .choose("#topic", "huong-dan")
        .click("input[name=audiences][value=nguoi-dan]")
        .type("#sms", "{{unit.short}}: " + TEXT)
        .type("#subject", TITLE)
        .type("#email", "Kính gửi {{recipient.name}},\n\n" + TEXT)
        .type("#social", TEXT)
        .type("#radio", "Kính chào quý vị. Mời quý vị nộp hồ sơ tại nhà.")
        .type("#portal", TEXT)
        .go("main .save-acts .btn-primary");
  }

  private void sendBack(Hands hands) {
    hands
        .go(task(TITLE))
        .click(".decide summary")
        .type("#reason", "Xin ghi văn bản làm căn cứ.")
        .go(".decide details button");
  }

  private void mend(Hands hands) {
    hands
        .go(task(TITLE))
        .go("a[href$='/sua']")
        .type("#source", "Nghị định 118/2025/NĐ-CP ngày 9/6/2025")
        .go("main .save-acts .btn-primary");
  }

  private void approve(Hands hands, String what) {
    hands.go(task(what)).confirm("form[action$='/duyet'] button");
  }

  private static String task(String what) {
    return ".task a:has-text('" + what + "')";
  }

  private void plan(Hands hands) {
    var nextWeek = LocalDate.ofInstant(server.now(), Zones.VIETNAM).plusDays(7);
    hands
        .menu("/chien-dich")
        .go("a[href='/chien-dich/moi']")
        .type("#name", CAMPAIGN)
        .click("input[name='w0.item'][value=" + ConsoleExamples.APPROVED_ITEM + "]")
        .click("input[name='w0.audiences'][value='*']")
        .click("input[name='w0.channels'][value=sms]")
        .click("input[name='w0.channels'][value=email]")
        .click("input[name='w0.channels'][value=portal]")
        .type("#w0-date", nextWeek.toString())
        .type("#w0-time", "08:30")
        .go("button[name=act][value=submit]");
  }

  private void openCampaign(Hands hands) {
    hands.menu("/chien-dich").go("a:has-text('" + CAMPAIGN + "')").counting();
  }

  private void everyYear(Hands hands) {
    openCampaign(hands);
    hands
        .go("a[href$='/ban-sao']")
        .click("input[name='w0.when'][value=YEARLY]")
        .type("#w0-day", "10")
        .choose("#w0-month", "10")
        .type("#w0-time", "08:00")
        .go("button[name=act][value=submit]");
    assertThat(hands.page().locator("main").innerText()).contains("10/10");
  }

  private void pause(Hands hands) {
    openCampaign(hands);
    hands.go("form[action$='/tam-dung'] button");
  }

  private void resume(Hands hands) {
    openCampaign(hands);
    hands.confirm("form[action$='/tiep-tuc'] button");
  }

  private void cancel(Hands hands) {
    openCampaign(hands);
    hands.go("a[href$='/huy']").type("#reason", "Đổi kế hoạch").go("form[action$='/huy'] button");
  }

  private void takeIn(Hands hands) {
    var rows =
        IntStream.range(0, 30)
            .mapToObj(i ->
                "Người mới %d,%s,Phụ huynh học sinh,có"
                    .formatted(i, i < 5 ? "0912" : "09120011%02d".formatted(i)))
            .collect(Collectors.joining("\n"));
    hands
        .menu("/nguoi-nhan")
        .go("a[href='/nguoi-nhan/nhap']")
        .upload("#file", "danh-sach.csv", "họ tên,điện thoại,nhóm,đồng ý\n" + rows + "\n")
        .go("main form:not([action$='/bo']) .btn-primary");
    assertThat(hands.page().locator("main").innerText()).contains("25");
  }

  private void optOut(Hands hands) {
    hands
        .menu("/nguoi-nhan")
        .search("main input[type=search]", "Nguoi thu 7")
        .go("main table a:has-text('Người thứ 7')")
        .type("input[name=source]", "Gọi điện ngày hôm nay")
        .confirm("form[action$='/tu-choi'] button");
  }

  private void confirmAired(Hands hands) {
    hands.go("form.confirm button[type=submit]");
    assertThat(hands.page().locator("[role=status]").first().innerText()).isNotBlank();
  }

  private void whyNot(Hands hands) {
    hands
        .menu("/nguoi-nhan")
        .search("main input[type=search]", "do van chua")
        .go("main table a:has-text('Chưa Đồng Ý')");
    assertThat(hands.page().locator("main").innerText()).contains("đồng ý");
  }

  private void english(Hands hands) {
    if (phone) {
      hands.click(".menu-button");
    }
    hands.go("a[href='/ngon-ngu/en']");
    assertThat(hands.page().locator("html").getAttribute("lang")).isEqualTo("en");
  }

  private void addUnit(Hands hands) {
    hands
        .menu("/don-vi")
        .type("#name", "Trường Tiểu học Hoa Sen")
        .type("#code", "TH-HOA-SEN")
        .go("form[action$='/them'] button[type=submit]");
  }

  private void addStation(Hands hands) {
    hands.menu("/don-vi").go("main a:has-text('THCS Lê Quý Đôn')");
    hands
        .click("section[aria-labelledby=stations-title] > details summary")
        .type(
            "section[aria-labelledby=stations-title] > details input[name=name]",
            "Phát thanh buổi chiều")
        .go("section[aria-labelledby=stations-title] > details button[type=submit]");
  }

  private void addAccount(Hands hands) {
    hands
        .menu("/tai-khoan")
        .type("#username", "co-mai")
        .type("#name", "Đỗ Thị Mai")
        .click("input[name=roles]")
        .go("form[action='/tai-khoan'] button[type=submit]");
  }

  private String table() {
    return walked.stream()
        .map(one ->
            String.format(
                Locale.ROOT,
                "| %s | %s | %s | %d + %d | %.1f s |",
                one.name(),
                one.phone() ? "phone" : "desk",
                one.clicksBefore() < 0 ? "" : one.clicksBefore(),
                one.clicks(),
                one.fields(),
                one.seconds()))
        .collect(
            Collectors.joining(
                "\n",
                "| Stretch | Where | Clicks before | Clicks + fields now | Machine time |\n"
                    + "|---|---|---|---|---|\n",
                "\n"));
  }
}

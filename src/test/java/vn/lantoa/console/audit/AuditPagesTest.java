package vn.lantoa.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.BOTH;
import static vn.lantoa.console.ConsoleExamples.ITEM;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.PASSWORD;
import static vn.lantoa.console.ConsoleExamples.SCHOOL;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audit.AuditEntry;
import vn.lantoa.audit.AuditSearch;
import vn.lantoa.audit.AuditSearch.Wanted;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.common.Channel;
import vn.lantoa.common.DayRange;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.ListedFiles;
import vn.lantoa.console.UncertainExamples;
import vn.lantoa.console.Visits;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.security.Accounts;

@ConsoleTest
class AuditPagesTest {

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private AuditSearch search;
  @Autowired private Accounts accounts;
  @Autowired private Recipients recipients;
  @Autowired private ContentLibrary library;
  @Autowired private UnsubscribeLinks links;
  @Autowired private ApplicationContext context;

  @Test
  void isForAdministratorsOfTheTopmostUnitAlone() throws Exception {
    for (var name : List.of(OFFICER, APPROVER, SCHOOL)) {
      assertThat(visits.open(name, "/nhat-ky").getStatus()).as(name).isEqualTo(403);
      assertThat(visits.send(name, post("/nhat-ky/kiem-tra")).getStatus()).as(name).isEqualTo(403);
    }
    visits.assertWhole(ADMIN, "/nhat-ky", "/nhat-ky?q=xyzzy");
  }

  @Test
  void whoLookedAtAPersonIsWrittenDownOnceInTenMinutes() throws Exception {
    long person = person("Phạm Phương Thảo");
    long before = views(person, OFFICER).size();
    for (int look = 0; look < 3; look++) {
      visits.open(OFFICER, "/nguoi-nhan/" + person);
    }

    assertThat(views(person, OFFICER)).hasSizeBetween(1, (int) before + 1);
    assertThat(views(person, OFFICER).getFirst())
        .satisfies(entry -> {
          assertThat(entry.actor()).isEqualTo("Nguyễn Thị Lan");
          assertThat(entry.address()).isEqualTo("127.0.0.1");
          assertThat(entry.request()).isEqualTo("GET /nguoi-nhan/{id}");
          assertThat(entry.detail()).isEmpty();
        });
    visits.open(APPROVER, "/nguoi-nhan/" + person);
    assertThat(views(person, APPROVER)).hasSize(1);
  }

  /// Who looked at a person has no detail: on a phone no heading stands there with nothing below.
  @Test
  void whatIsEmptyHasNoHeadingOnAPhone() throws Exception {
    visits.open(OFFICER, "/nguoi-nhan/" + person("Phạm Phương Thảo"));

    assertThat(visits.page(ADMIN, "/nhat-ky?viec=recipient.view"))
        .contains("data-label=\"Việc\"")
        .doesNotContain("data-label=\"Chi tiết\"");
    assertThat(visits.page(ADMIN, "/nhat-ky")).contains("data-label=\"Chi tiết\"");
  }

  private List<AuditEntry> views(long person, String username) {
    return entries(username, "recipient.view", "recipient:" + person);
  }

  @Test
  void whoSearchedForWhomIsWrittenDownWithoutTheName() throws Exception {
    long person = person("Phạm Phương Thảo");

    visits.open(OFFICER, "/nguoi-nhan?q=Phương Thảo");

    assertThat(entries(OFFICER, "list.search", "list:/nguoi-nhan"))
        .anySatisfy(entry -> assertThat(entry.detail()).isEqualTo(String.valueOf(person)))
        .noneSatisfy(entry -> assertThat(entry.detail()).containsIgnoringCase("thảo"));
    visits.open(OFFICER, "/nguoi-nhan?q=Phương Thảo&tep=csv");
    assertThat(entries(OFFICER, "list.export", "list:/nguoi-nhan").getFirst().detail())
        .startsWith("CSV")
        .contains("•••")
        .doesNotContainIgnoringCase("thảo");
  }

  @Test
  void whatWasRefusedIsWrittenDown() throws Exception {
    long person = person("Phạm Phương Thảo");
    visits.open(STRANGER, "/nguoi-nhan/" + person);
    visits.open(SCHOOL, "/nguoi-nhan/" + person);
    for (var name : List.of(STRANGER, SCHOOL)) {
      assertThat(entries(name, "access.refused", "path:/nguoi-nhan/" + person)).as(name).hasSize(1);
    }
    assertThat(entries(STRANGER, "recipient.view", "recipient:" + person)).isEmpty();

    var own =
        library
            .take("cua-minh.md", markdown(), accounts.byUsername(BOTH).orElseThrow().actor())
            .item()
            .orElseThrow();
    visits.send(BOTH, post("/noi-dung/cua-minh/duyet").param("hash", own.current().hash()));

    assertThat(entries(BOTH, "approval.refused", "path:/noi-dung/cua-minh/duyet"))
        .first()
        .satisfies(entry -> assertThat(entry.detail()).isEqualTo("content.own-text"));
    library.withdraw("cua-minh", accounts.byUsername(BOTH).orElseThrow().actor());
  }

  private String markdown() {
    return library.get(ITEM).current().markdown().replace("id: " + ITEM, "id: cua-minh");
  }

  @Test
  void whoCameInAndWhoDidNotIsWrittenDown() throws Exception {
    long id = accounts.byUsername(APPROVER).orElseThrow().id();
    logIn(APPROVER, "sai mat khau roi");
    logIn(APPROVER, PASSWORD);
    visits.send(APPROVER, post("/dang-xuat"));

    var said = entries(null, "", "account:" + id).stream().map(AuditEntry::action).toList();
    assertThat(said).containsSubsequence("login.out", "login.in", "login.refused");
    assertThat(entries(null, "login.refused", "account:" + id).getFirst())
        .satisfies(entry -> {
          assertThat(entry.accountId()).isNull();
          assertThat(entry.actor()).isEqualTo(APPROVER);
          assertThat(entry.request()).isEqualTo("POST /dang-nhap");
        });
  }

  /// People type their password where the name belongs.
  @Test
  void ofANameThatNobodyHasOnlyTheBeginningIsKept() throws Exception {
    logIn("MatKhauCuaToi!2026", "x");

    assertThat(entries(null, "login.refused", "login"))
        .extracting(AuditEntry::actor)
        .contains("mat…")
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("khaucua"));
  }

  private void logIn(String username, String password) throws Exception {
    visits.answer(
        post("/dang-nhap").param("username", username).param("password", password).with(csrf()));
  }

  @Test
  void whatIsDoneToAnAccountIsOneActOfWhoDidIt() throws Exception {
    var other =
        accounts.add(
            "tam-thoi",
            "Lê Tạm",
            null,
            PASSWORD,
            false,
            accounts.byUsername(OFFICER).orElseThrow().grants());
    for (var act : List.of("mat-khau", "khoa", "mo")) {
      visits.send(ADMIN, post("/tai-khoan/" + other.id() + "/" + act));
    }

    assertThat(entries(null, "", "account:" + other.id()))
        .extracting(AuditEntry::actor, AuditEntry::action)
        .containsExactly(
            tuple("Vũ Quang Huy", "account.open"),
            tuple("Vũ Quang Huy", "account.close"),
            tuple("Lan Tỏa", "login.ended"),
            tuple("Vũ Quang Huy", "account.reset-password"),
            tuple("Lan Tỏa", "login.ended"));
  }

  @Test
  void theSameChosenEightHundredTimesIsOneAct() throws Exception {
    var id = UncertainExamples.fill(context, examples.department().id(), "Lê Thị Lặp").getFirst();
    var request = post("/chua-ro").param("decision", "LEAVE");
    for (int time = 0; time < 800; time++) {
      request.param("chon", String.valueOf(id));
    }

    visits.send(OFFICER, request);

    assertThat(entries(OFFICER, "delivery.leave", "delivery:" + id)).hasSize(1);
  }

  @Test
  void aLongReasonIsCut() throws Exception {
    visits.send(ADMIN, post("/van-hanh/kenh/zalo/tam-dung").param("reason", "Ỹ".repeat(900)));
    visits.send(ADMIN, post("/van-hanh/kenh/zalo/mo-lai"));

    assertThat(entries(ADMIN, "channel.pause", "channel:zalo").getFirst().detail())
        .hasSize(500)
        .endsWith("…");
  }

  @Test
  void whoRefusesByHisLinkIsWrittenDownByNumberAndNothingElse() throws Exception {
    long person = person("Phạm Phương Thảo");
    var address = "84912000001@mau.example.vn";
    var path = URI.create(links.url(Channel.EMAIL, address, examples.department().id())).getPath();

    visits.answer(post(path));
    visits.answer(post(path));
    visits.answer(post(path + "/nhan-lai"));

    assertThat(entries(null, "recipient.unsubscribe", "recipient:" + person))
        .hasSize(1)
        .allSatisfy(entry -> {
          assertThat(entry.actor()).isEmpty();
          assertThat(entry.address()).isEmpty();
          assertThat(entry.request()).isEmpty();
          assertThat(entry.detail()).isEqualTo("email");
        });
    assertThat(entries(null, "recipient.resubscribe", "recipient:" + person)).hasSize(1);
    assertThat(visits.page(ADMIN, "/nhat-ky?q=Người nhận " + person))
        .contains("Người nhận, qua liên kết trong thư", "Từ chối nhận tin qua liên kết trong thư");
  }

  @Test
  void isFoundByPersonActSubjectAndDay() throws Exception {
    visits.send(ADMIN, post("/van-hanh/kenh/telegram/tam-dung").param("reason", "Thử tìm"));
    visits.send(ADMIN, post("/van-hanh/kenh/telegram/mo-lai"));

    assertThat(titles("?q=vu quang&viec=channel.pause")).isNotEmpty().containsOnly("Vũ Quang Huy");
    assertThat(titles("?q=kênh telegram")).hasSize(2);
    assertThat(titles("?q=channel:telegram")).hasSize(2);
    assertThat(titles("?q=khong ai ten the")).isEmpty();
    assertThat(titles("?q=kênh telegram&den=1/1/2020")).isEmpty();
    assertThat(titles("?q=kênh telegram&tu=1/1/2020")).hasSize(2);

    var csv = visits.open(ADMIN, "/nhat-ky?q=kênh telegram&tep=csv");
    assertThat(ListedFiles.column(csv.getContentAsByteArray(), "Việc"))
        .containsExactly("Cho kênh gửi tiếp", "Tạm dừng kênh");
    assertThat(ListedFiles.column(csv.getContentAsByteArray(), "Mã đối tượng"))
        .containsOnly("channel:telegram");
  }

  private List<String> titles(String question) throws Exception {
    var csv =
        visits.open(ADMIN, "/nhat-ky" + question + (question.isEmpty() ? "?" : "&") + "tep=csv");
    return ListedFiles.column(csv.getContentAsByteArray(), "Người làm");
  }

  @Test
  void theChainIsGoneThroughAtTheTouchOfAButton() throws Exception {
    visits.send(ADMIN, post("/nhat-ky/kiem-tra"));

    assertThat(visits.page(ADMIN, "/nhat-ky")).contains("nguyên vẹn");
    assertThat(entries(ADMIN, "audit.check", "audit")).isNotEmpty();
  }

  private long person(String name) {
    return recipients.search(examples.commune().id(), name, 0, 1).getFirst().id();
  }

  private List<AuditEntry> entries(@Nullable String username, String action, String subject) {
    var who = username == null ? null : List.of(accounts.byUsername(username).orElseThrow().id());
    return search.entries(new Wanted(who, action, subject, DayRange.ALL), null, 99);
  }
}

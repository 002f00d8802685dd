package vn.lantoa.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.ListedFiles;
import vn.lantoa.console.Visits;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.AuditTrail;

/// The list of recipients: pages, order, days, files, and what is done with those chosen.
@ConsoleTest
class PeopleListTest {

  /// Not by chance: a name of chance holds a telephone number now and then.
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final Pattern TITLE = Pattern.compile("class=\"row-title\"[^>]*>([^<]*)<");

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private OrgUnits units;
  @Autowired private Recipients recipients;
  @Autowired private JdbcClient jdbc;
  @Autowired private AuditTrail trail;

  private OrgUnit unit;
  private String list;

  @BeforeEach
  void fill() {
    unit = unit(examples.department());
    list = "/nguoi-nhan?don-vi=" + unit.id();
    IntStream.rangeClosed(1, 30).forEach(n -> person(unit, "Người %02d".formatted(n)));
  }

  @Test
  void aPageHasTwentyFiveRowsAndSaysHowManyThereAre() throws Exception {
    assertThat(titles(list)).hasSize(25).first().isEqualTo("Người 01");
    assertThat(titles(list + "&trang=2")).hasSize(5).last().isEqualTo("Người 30");
    assertThat(visits.page(OFFICER, list)).contains("30 người nhận");
    assertThat(visits.page(OFFICER, list + "&q=nguoi 07")).contains(">1 người nhận<");
  }

  @Test
  void headingsPutInOrderBothWaysAndSaySo() throws Exception {
    person(unit, "Đặng Thị Ba");

    assertThat(visits.page(OFFICER, list)).contains("aria-sort=\"ascending\"", "xep=-ten");
    assertThat(titles(list + "&xep=ten")).first().isEqualTo("Đặng Thị Ba");
    assertThat(titles(list + "&xep=-ten")).first().isEqualTo("Người 30");
    assertThat(titles(list + "&xep=-ten&trang=2")).last().isEqualTo("Đặng Thị Ba");
    assertThat(visits.page(OFFICER, list + "&xep=-ten")).contains("aria-sort=\"descending\"");
    for (var order : List.of("nhom", "-nhom", "don-vi", "-don-vi", "ngay-them", "-ngay-them")) {
      var all = titles(list + "&xep=" + order);
      all.addAll(titles(list + "&trang=2&xep=" + order));
      assertThat(all).as(order).hasSize(31).doesNotHaveDuplicates();
    }
  }

  @Test
  void daysAreThoseOfVietNam() throws Exception {
    addedAt("Người 01", "2026-10-09 23:59:59+07");
    addedAt("Người 02", "2026-10-10 00:00:00+07");
    addedAt("Người 03", "2026-10-10 23:59:59+07");
    addedAt("Người 04", "2026-10-11 00:00:00+07");

    assertThat(titles(list + "&tu=2026-10-10&den=2026-10-10"))
        .containsExactly("Người 02", "Người 03");
    assertThat(titles(list + "&den=10/10/2026"))
        .containsExactly("Người 01", "Người 02", "Người 03");
    var wrong = visits.open(OFFICER, list + "&tu=31/13/2026");
    assertThat(wrong.getStatus()).isEqualTo(409);
    assertThat(wrong.getContentAsString()).contains("31/13/2026");
  }

  @Test
  void aFileHoldsAllThatTheFilterShowsAndNoMore() throws Exception {
    person(unit(examples.elsewhere()), "Người Nơi Khác");
    person(unit, "=HYPERLINK(\"http://x\")");

    var all = visits.open(OFFICER, list + "&tep=csv");
    var some = visits.open(OFFICER, list + "&tep=csv&xep=-ten&q=nguoi 1");

    assertThat(ListedFiles.column(all.getContentAsByteArray(), "Họ tên"))
        .hasSize(31)
        .contains("'=HYPERLINK(\"http://x\")")
        .doesNotContain("Người Nơi Khác");
    assertThat(ListedFiles.column(some.getContentAsByteArray(), "Họ tên"))
        .hasSize(10)
        .startsWith("Người 19", "Người 18");
    assertThat(some.getHeader("Content-Disposition"))
        .matches("attachment; filename=\"nguoi-nhan_.*nguoi-1_\\d{8}-\\d{4}\\.csv\"");
    assertThat(trail.of("list:/nguoi-nhan", 1))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.action()).isEqualTo("list.export");
          // Whom he looked for may be a name: that he looked is enough.
          assertThat(entry.detail()).contains("CSV", "•••").doesNotContain("nguoi 1");
        });
  }

  @Test
  void wholeNumbersAreForWhoKeepsTheList() throws Exception {
    var phone = "'" + person(unit, "Người 31");

    assertThat(phones(OFFICER)).contains(phone);
    assertThat(phones(APPROVER))
        .hasSize(31)
        .doesNotContain(phone)
        .contains("'+8491•••" + phone.substring(10));
    var workbook =
        ListedFiles.parts(visits.open(OFFICER, list + "&tep=xlsx").getContentAsByteArray());
    assertThat(workbook.get("xl/worksheets/sheet1.xml")).contains(phone.substring(1));
  }

  @Test
  void whoIsShownDotsFindsAWholeAddressAndNoPartOfOne() throws Exception {
    var phone = "0" + person(unit, "Người 31").substring(3);
    jdbc.sql(
            """
            insert into contact_point (recipient_id, channel, address)
            select id, 'email', 'nguoi.' || unit_id || '@mau.example.vn' from recipient
            where name = 'Người 31' and unit_id = :unit
            """)
        .param("unit", unit.id())
        .update();
    var email = "nguoi." + unit.id() + "@mau.example.vn";

    for (var part : List.of(phone.substring(0, 9), email.substring(0, 8), email.split("@")[0])) {
      assertThat(phones(OFFICER, part)).as(part).isNotEmpty();
      assertThat(phones(APPROVER, part)).as(part).isEmpty();
    }
    for (var whole : List.of(phone, phone.substring(0, 4) + " " + phone.substring(4), email)) {
      assertThat(phones(APPROVER, whole)).as(whole).hasSize(1);
    }
    assertThat(phones(APPROVER, "nguoi 31")).hasSize(1);
    assertThat(visits.page(APPROVER, list)).contains("trọn số điện thoại");
  }

  @Test
  void aFileOfAnotherUnitDoesNotExist() throws Exception {
    assertThat(visits.open(STRANGER, list + "&tep=csv").getStatus()).isEqualTo(404);
    assertThat(visits.open(ADMIN, list + "&tep=csv").getStatus()).isEqualTo(403);
    assertThat(visits.open(OFFICER, list + "&tep=exe").getStatus()).isEqualTo(404);
    var own = visits.open(STRANGER, "/nguoi-nhan?tep=csv");
    assertThat(ListedFiles.column(own.getContentAsByteArray(), "Họ tên"))
        .noneMatch(name -> name.matches("Người \\d+"));
  }

  @Test
  void thoseChosenAreAFileOfTheirOwn() throws Exception {
    person(unit(examples.elsewhere()), "Người Nơi Khác");

    var file = chosen(list + "&tep=csv", "Người 03", "Người 29", "Người Nơi Khác");

    assertThat(ListedFiles.column(file.getContentAsByteArray(), "Họ tên"))
        .containsExactly("Người 03", "Người 29");
    assertThat(chosen(list + "&tep=csv").getStatus()).isEqualTo(302);
  }

  @Test
  void thoseChosenAreOptedOutWithTheirReason() throws Exception {
    assertThat(chosen("/nguoi-nhan/chon/tu-choi", "Người 01", "Người 02").getContentAsString())
        .contains("2 người sẽ không nhận tin nào nữa", "Người 01", "Người 02");
    assertThat(optOut(OFFICER, " ", "Người 01", "Người 02").getContentAsString())
        .contains("Hãy ghi rõ cách và ngày người này cho biết");
    person(unit(examples.elsewhere()), "Người Nơi Khác");
    assertThat(optOut(OFFICER, "Gọi điện", "Người 01", "Người Nơi Khác").getStatus())
        .isEqualTo(404);
    assertThat(optOut(APPROVER, "Gọi điện", "Người 01").getStatus()).isEqualTo(403);
    assertThat(refused()).isZero();

    assertThat(optOut(OFFICER, "Gọi điện", "Người 01", "Người 02").getStatus()).isEqualTo(302);

    assertThat(refused()).isEqualTo(2);
    for (var name : List.of("Người 01", "Người 02")) {
      long id = recipients.search(unit.id(), name, 0, 1).getFirst().id();
      assertThat(trail.of("recipient:" + id, 1))
          .extracting(AuditTrail.Entry::action)
          .containsExactly("recipient.opt-out");
    }
    assertThat(chosen("/nguoi-nhan/chon/tu-choi").getStatus()).isEqualTo(302);
  }

  private long refused() {
    return recipients.search(unit.id(), "", 0, 100).stream()
        .flatMap(person -> person.contactPoints().stream())
        .filter(point -> point.suppressed() != null)
        .count();
  }

  private List<String> phones(String username) throws Exception {
    return phones(username, "");
  }

  private List<String> phones(String username, String search) throws Exception {
    return ListedFiles.column(
        visits.open(username, list + "&tep=csv&q=" + search).getContentAsByteArray(),
        "Số điện thoại");
  }

  private MockHttpServletResponse optOut(String username, String source, String... names)
      throws Exception {
    return visits.send(
        username,
        post("/nguoi-nhan/chon/tu-choi").param("source", source).param("chon", ids(names)));
  }

  private MockHttpServletResponse chosen(String path, String... names) throws Exception {
    return visits.send(OFFICER, post(path).param("chon", ids(names)));
  }

  private String[] ids(String... names) {
    return jdbc.sql("select id::text from recipient where name = any(:names) and unit_id >= :unit")
        .param("names", names)
        .param("unit", unit.id())
        .query(String.class)
        .list()
        .toArray(String[]::new);
  }

  private List<String> titles(String path) throws Exception {
    return TITLE
        .matcher(visits.page(OFFICER, path))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toList());
  }

  private OrgUnit unit(OrgUnit above) {
    int number = NUMBER.incrementAndGet();
    return units.add(
        above.id(),
        OrgUnit.Kind.COMMUNE,
        "danh-sach-" + number,
        "Xã Danh Sách " + number,
        LocalDate.of(2025, 7, 1));
  }

  private void addedAt(String name, String at) {
    jdbc.sql(
            "update recipient set created_at = :at::timestamptz where name = :name and unit_id = :unit")
        .param("at", at)
        .param("name", name)
        .param("unit", unit.id())
        .update();
  }

  /// @return the telephone number
  private String person(OrgUnit home, String name) {
    var phone = "+84915%06d".formatted(NUMBER.incrementAndGet());
    recipients.put(
        new NewRecipient(home.id(), name, "nguoi-dan", "", Map.of(Channel.SMS, phone), "Phiếu"),
        Actor.SYSTEM);
    return phone;
  }
}

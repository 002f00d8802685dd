package vn.lantoa.console.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.lantoa.console.ConsoleExamples.ADMIN;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.SCHOOL;
import static vn.lantoa.console.ConsoleExamples.STRANGER;
import static vn.lantoa.console.ConsoleUsers.user;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Endpoint;
import vn.lantoa.console.ListedFiles;
import vn.lantoa.console.Visits;
import vn.lantoa.security.AuditTrail;

/// Every list of the console as a file, and in every order its headings offer.
@ConsoleTest
class ListFilesTest {

  private static final Pattern ORDER = Pattern.compile("class=\"sort\" href=\"([^\"]*)\"");
  private static final Pattern TITLE = Pattern.compile("class=\"row-title\"[^>]*>([^<]*)<");

  @Autowired private Visits visits;
  @Autowired private CampaignExamples campaigns;
  @Autowired private AuditTrail trail;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @ParameterizedTest
  @CsvSource({
    OFFICER + ", /noi-dung, Nội dung",
    OFFICER + ", /chien-dich, Chiến dịch",
    OFFICER + ", /nguoi-nhan, Họ tên",
    OFFICER + ", /luot-gui, Người nhận",
    OFFICER + ", /dai, Điểm phát thanh",
    ADMIN + ", /don-vi/danh-sach, Tên đơn vị",
    ADMIN + ", /tai-khoan, Họ tên"
  })
  void holdsWhatTheListShows(String username, String path, String heading) throws Exception {
    campaigns.delivery(campaigns.approved("Cho tệp"), "Ai Đó", "SENT");
    // What a spreadsheet would run is marked in the file and not on the page: of another test.
    var shown = titles(username, path).stream().filter(title -> !title.startsWith("=")).toList();

    var csv = visits.open(username, path + "?tep=csv");
    var xlsx = visits.open(username, path + "?tep=xlsx");

    assertThat(csv.getContentType()).startsWith("text/csv");
    assertThat(ListedFiles.column(csv.getContentAsByteArray(), heading))
        .filteredOn(title -> !title.startsWith("'="))
        .startsWith(shown.get(0))
        .containsAll(shown);
    var sheet =
        String.valueOf(
            ListedFiles.parts(xlsx.getContentAsByteArray()).get("xl/worksheets/sheet1.xml"));
    assertThat(sheet).contains("state=\"frozen\"", "<autoFilter");
    assertThat(shown).allSatisfy(title -> assertThat(sheet).contains(title));
    assertThat(trail.of("list:" + path, 2))
        .extracting(AuditTrail.Entry::detail)
        .satisfiesExactly(
            second -> assertThat(second).startsWith("XLSX"),
            first -> assertThat(first).startsWith("CSV"));
    visits.assertWhole(username, path + "?q=xyzzy", path + "?xep=-ten");
  }

  /// Of every list there is, in both languages.
  @Test
  void saysWhatEachColumnIs() throws Exception {
    int lists = 0;
    for (var username : List.of(OFFICER, ADMIN)) {
      for (var endpoint : Endpoint.all(mappings)) {
        if (endpoint.method() != RequestMethod.GET || endpoint.pattern().contains("{")) {
          continue;
        }
        for (var language : List.of("vi", "en")) {
          var request = get(endpoint.pattern()).param("tep", "csv");
          var file =
              visits.answer(request.with(user(username)).cookie(new Cookie("ngon-ngu", language)));
          if (String.valueOf(file.getContentType()).startsWith("text/csv")) {
            assertThat(file.getContentAsString()).as(endpoint.pattern()).doesNotContain("⟦");
            lists++;
          }
        }
      }
    }
    assertThat(lists).isGreaterThan(2 * 9);
  }

  @ParameterizedTest
  @CsvSource({
    OFFICER + ", /noi-dung",
    OFFICER + ", /chien-dich",
    OFFICER + ", /dai",
    ADMIN + ", /tai-khoan"
  })
  void isPutInOrderByEachOfItsHeadings(String username, String path) throws Exception {
    campaigns.approved("A đầu");
    campaigns.approved("Z cuối");
    var page = visits.page(username, path);
    var orders = hrefs(page);

    assertThat(orders).isNotEmpty();
    for (var order : orders) {
      var up = titles(username, order);
      var back = hrefs(visits.page(username, order)).get(orders.indexOf(order));
      assertThat(back).as("the other way round").isNotEqualTo(order);
      assertThat(titles(username, back)).as(back).hasSameSizeAs(up);
    }
    var byName = orders.stream().filter(href -> href.matches(".*xep=-?(ten|tieu-de)")).findFirst();
    var one = titles(username, byName.orElseThrow());
    var other = titles(username, hrefs(visits.page(username, byName.get())).getFirst());
    assertThat(one.getFirst()).isNotEqualTo(other.getFirst());
  }

  @Test
  void whatIsOfAnotherUnitIsInNoFile() throws Exception {
    campaigns.approved("Của Sở Giáo dục");

    for (var path : List.of("/chien-dich", "/dai")) {
      assertThat(visits.open(OFFICER, path + "?tep=csv").getContentAsString())
          .containsAnyOf("Của Sở Giáo dục", "Lê Quý Đôn");
      assertThat(visits.open(STRANGER, path + "?tep=csv").getContentAsString())
          .doesNotContain("Của Sở Giáo dục", "Lê Quý Đôn");
    }
    assertThat(visits.open(SCHOOL, "/dai?tep=csv").getContentAsString())
        .contains("Lê Quý Đôn")
        .doesNotContain("Chu Văn An");
    for (var path : List.of("/noi-dung", "/chien-dich", "/nguoi-nhan", "/luot-gui")) {
      assertThat(visits.open(SCHOOL, path + "?tep=csv").getStatus()).as(path).isEqualTo(403);
    }
    assertThat(visits.open(OFFICER, "/tai-khoan?tep=csv").getStatus()).isEqualTo(403);
    assertThat(visits.open(OFFICER, "/don-vi/danh-sach?tep=csv").getStatus()).isEqualTo(403);
    assertThat(visits.open(ADMIN, "/don-vi/danh-sach?tep=csv").getContentAsString())
        .contains("Xã An Lão")
        .doesNotContain("Sở Y tế");
    assertThat(visits.open(ADMIN, "/tai-khoan?tep=csv").getContentAsString())
        .contains("Nguyễn Thị Lan")
        .doesNotContain("Đỗ Thị Lạ");
  }

  @Test
  void campaignsAreFoundByNameAndByTheDaysTheySend() throws Exception {
    // Every 10 October.
    campaigns.approved("Ngày chuyển đổi số");

    assertThat(titles(OFFICER, "/chien-dich?q=ngay chuyen doi")).contains("Ngày chuyển đổi số");
    assertThat(titles(OFFICER, "/chien-dich?tu=2020-01-01&q=ngay chuyen"))
        .contains("Ngày chuyển đổi số");
    assertThat(titles(OFFICER, "/chien-dich?den=2020-01-01")).isEmpty();
  }

  private static List<String> hrefs(String page) {
    var hrefs = new ArrayList<String>();
    ORDER.matcher(page).results().forEach(one -> hrefs.add(one.group(1).replace("&amp;", "&")));
    return hrefs;
  }

  private List<String> titles(String username, String path) throws Exception {
    return TITLE
        .matcher(visits.page(username, path))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}

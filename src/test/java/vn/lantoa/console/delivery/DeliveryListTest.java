package vn.lantoa.console.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.ListedFiles;
import vn.lantoa.console.Visits;
import vn.lantoa.security.AuditTrail;

/// The ledger as a list: pages, order, days, files, and sending those chosen again.
@ConsoleTest
class DeliveryListTest {

  private static final Pattern TITLE = Pattern.compile("class=\"row-title\"[^>]*>([^<]*)<");
  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");

  @Autowired private Visits visits;
  @Autowired private CampaignExamples campaigns;
  @Autowired private JdbcClient jdbc;
  @Autowired private AuditTrail trail;

  private final List<Long> ids = new ArrayList<>();
  private String list;

  @BeforeEach
  void fill() throws Exception {
    long campaign = campaigns.approved("Danh sách");
    list = "/luot-gui?chien-dich=" + campaign;
    for (int n = 1; n <= 30; n++) {
      long id = campaigns.delivery(campaign, "Tin %02d".formatted(n), n <= 3 ? "FAILED" : "SENT");
      ids.add(id);
      // One every hour, the first at half past eight in the evening of 9 October.
      jdbc.sql(
              """
              update wave_run set fire_at = timestamptz '2026-10-09 19:30+07' + :n * interval '1 hour'
              where id = (select run_id from delivery where id = :id)
              """)
          .param("n", n)
          .param("id", id)
          .update();
    }
  }

  @Test
  void pagesOfTwentyFiveFollowOneAnotherFromEitherEnd() throws Exception {
    assertThat(titles(list)).hasSize(25).startsWith("Tin 30", "Tin 29");
    assertThat(titles(next(list)))
        .containsExactly("Tin 05", "Tin 04", "Tin 03", "Tin 02", "Tin 01");

    assertThat(titles(list + "&xep=hen")).hasSize(25).startsWith("Tin 01", "Tin 02");
    assertThat(titles(next(list + "&xep=hen"))).hasSize(5).last().isEqualTo("Tin 30");
    assertThat(visits.page(OFFICER, list + "&xep=hen")).contains("aria-sort=\"ascending\"");
    // What no index has is no order.
    assertThat(titles(list + "&xep=nguoi-nhan")).startsWith("Tin 30");
  }

  @Test
  void daysAreThoseOfVietNam() throws Exception {
    assertThat(titles(list + "&den=2026-10-09"))
        .containsExactly("Tin 04", "Tin 03", "Tin 02", "Tin 01");
    assertThat(titles(list + "&tu=2026-10-11")).containsExactly("Tin 30", "Tin 29");
    assertThat(titles(list + "&tu=2026-10-10&den=2026-10-10&xep=hen")).startsWith("Tin 05");
    assertThat(titles(list + "&tu=2026-10-10&q=tin 03")).isEmpty();
  }

  @Test
  void aFileHoldsAllThatTheFilterShowsAndNoMore() throws Exception {
    campaigns.delivery(campaigns.approved("Khác"), "Tin Khác", "SENT");

    var all = file(OFFICER, list + "&tep=csv");

    assertThat(all).hasSize(30).startsWith("Tin 30").doesNotContain("Tin Khác");
    assertThat(file(OFFICER, list + "&tep=csv&trang-thai=FAILED&xep=hen"))
        .containsExactly("Tin 01", "Tin 02", "Tin 03");
    assertThat(visits.open(STRANGER, list + "&tep=csv").getStatus()).isEqualTo(404);
    assertThat(file(STRANGER, "/luot-gui?tep=csv")).noneMatch(name -> name.startsWith("Tin "));
    assertThat(visits.open(OFFICER, list + "&tep=csv").getContentAsString())
        .contains("+84912000009");
    assertThat(visits.open(APPROVER, list + "&tep=csv").getContentAsString())
        .doesNotContain("+84912000009");
  }

  @Test
  void whoIsShownDotsFindsAWholeAddressAndNoPartOfOne() throws Exception {
    jdbc.sql(
            """
            insert into contact_point (recipient_id, channel, address)
            select target_id, channel, address from delivery where id = :id
            """)
        .param("id", ids.get(6))
        .update();

    assertThat(file(OFFICER, list + "&tep=csv&q=091200000")).containsExactly("Tin 07");
    assertThat(file(APPROVER, list + "&tep=csv&q=091200000")).isEmpty();
    assertThat(file(APPROVER, list + "&tep=csv&q=09120000__")).isEmpty();
    assertThat(file(APPROVER, list + "&tep=csv&q=0912 000 009")).containsExactly("Tin 07");
    assertThat(file(APPROVER, list + "&tep=csv&q=tin 07")).containsExactly("Tin 07");
  }

  @Test
  void thoseChosenAreSentAgainAfterSayingHowMany() throws Exception {
    assertThat(visits.page(OFFICER, list)).contains("/luot-gui/chon/gui-lai");
    assertThat(visits.page(APPROVER, list)).doesNotContain("/luot-gui/chon/gui-lai");
    var asked = resend(OFFICER, false, ids.get(0), ids.get(1), ids.get(9));
    assertThat(asked.getContentAsString())
        .contains("2 trong 3 tin đã chọn sẽ được gửi lại", "1 tin để nguyên");
    assertThat(resend(APPROVER, true, ids.get(0)).getStatus()).isEqualTo(403);
    assertThat(resend(STRANGER, true, ids.get(0)).getStatus()).isEqualTo(404);
    assertThat(resentBy(ids.get(0))).isEmpty();

    assertThat(resend(OFFICER, true, ids.get(0), ids.get(1), ids.get(9)).getRedirectedUrl())
        .isEqualTo(list);

    assertThat(resentBy(ids.get(0))).containsExactly("delivery.resend");
    assertThat(reason(ids.get(0))).isEqualTo("@sent-again-by-person");
    assertThat(reason(ids.get(2))).isNotEqualTo("@sent-again-by-person");
    assertThat(resend(OFFICER, false).getStatus()).isEqualTo(302);
  }

  private List<String> resentBy(long id) {
    return trail.of("delivery:" + id, 9).stream().map(AuditTrail.Entry::action).toList();
  }

  private String reason(long id) {
    return jdbc.sql("select coalesce(reason, '') from delivery where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private MockHttpServletResponse resend(String username, boolean sure, Long... chosen)
      throws Exception {
    var request = post("/luot-gui/chon/gui-lai");
    for (var id : chosen) {
      request.param("chon", String.valueOf(id));
    }
    return visits.send(username, sure ? request.param("chac-chan", "true") : request);
  }

  private List<String> file(String username, String path) throws Exception {
    return ListedFiles.column(visits.open(username, path).getContentAsByteArray(), "Người nhận");
  }

  private String next(String path) throws Exception {
    var next = NEXT.matcher(visits.page(OFFICER, path));
    assertThat(next.find()).isTrue();
    return next.group(1).replace("&amp;", "&");
  }

  private List<String> titles(String path) throws Exception {
    return TITLE
        .matcher(visits.page(OFFICER, path))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toList());
  }
}

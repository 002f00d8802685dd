package vn.lantoa.console.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.OFFICER;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Purpose;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.UncertainExamples;
import vn.lantoa.console.Visits;
import vn.lantoa.content.RefusalLinks;
import vn.lantoa.delivery.Deliveries;

/// A campaign that is no notice.
@ConsoleTest
class PublicityTest {

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples people;
  @Autowired private CampaignExamples examples;
  @Autowired private Campaigns campaigns;
  @Autowired private Deliveries deliveries;
  @Autowired private Suppressions suppressions;
  @Autowired private RefusalLinks refusals;
  @Autowired private JdbcClient jdbc;
  @Autowired private ApplicationContext context;

  @Test
  void anOfficerSaysWhatACampaignIsForAndReadsWhatThatMeans() throws Exception {
    var path = visits.send(OFFICER, form("Mời dùng thử")).getRedirectedUrl();
    long id = Long.parseLong(String.valueOf(path).replaceAll("\\D", ""));

    assertThat(campaigns.get(id).purpose()).isEqualTo(Purpose.PROMO);
    assertThat(visits.page(OFFICER, "/chien-dich/" + id))
        .contains("Tuyên truyền, vận động", "[QC] ", "Tu choi: ");
    assertThat(visits.page(OFFICER, "/chien-dich/" + id + "/sua"))
        .containsPattern("value=\"PROMO\" checked");
    assertThat(visits.page(OFFICER, "/chien-dich/" + id + "/ban-sao"))
        .containsPattern("value=\"PROMO\" checked");
  }

  /// It would go out without what has to stand in it.
  @Test
  void aPurposeThatIsNoneIsNoNotice() throws Exception {
    var odd = CampaignExamples.with(form("Lạ"), Map.of("purpose", "QUANG_CAO"));
    var path = visits.send(OFFICER, odd).getRedirectedUrl();

    assertThat(campaigns.get(Long.parseLong(String.valueOf(path).replaceAll("\\D", ""))).purpose())
        .isEqualTo(Purpose.PROMO);
  }

  @Test
  void nobodyIsCountedWhoAgreedToNoticesOnly() throws Exception {
    long school = examples.schoolOfTwo();
    var estimate = examples.estimate(school).param("purpose", "PROMO");
    var notice = examples.estimate(school);

    assertThat(visits.send(OFFICER, estimate).getContentAsString()).contains("Không có ai");
    assertThat(visits.send(OFFICER, notice).getContentAsString()).doesNotContain("Không có ai");
  }

  @Test
  void theLinkInATextRefusesForWhoGotIt() throws Exception {
    long id = UncertainExamples.fill(context, people.commune().id(), "Người Được Mời").getFirst();
    jdbc.sql("update delivery set status = 'DELIVERED' where id = :id").param("id", id).update();
    var delivery = deliveries.find(id).orElseThrow();
    var path = URI.create(refusals.url(id)).getPath();

    assertThat(visits.answer(get(path)).getContentAsString()).contains("<button");
    assertThat(suppressions.reasonFor(delivery.channel(), delivery.address())).isEmpty();

    visits.answer(post(path));
    assertThat(suppressions.reasonFor(delivery.channel(), delivery.address()))
        .hasValue(SuppressionReason.OPT_OUT);

    jdbc.sql("update delivery set address = 'đã xóa' where id = :id").param("id", id).update();
    assertThat(visits.answer(get(path)).getStatus()).isEqualTo(404);
  }

  private MockHttpServletRequestBuilder form(String name) {
    return examples.form(post("/chien-dich/moi"), name, "save").param("purpose", "PROMO");
  }
}

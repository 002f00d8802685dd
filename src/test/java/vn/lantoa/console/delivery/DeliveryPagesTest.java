package vn.lantoa.console.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.DeliveryStatus;

/// The ledger, filtered and opened.
@ConsoleTest
class DeliveryPagesTest {

  @Autowired private Visits visits;
  @Autowired private CampaignExamples campaigns;
  @Autowired private Deliveries deliveries;

  @Test
  void theLedgerIsFilteredAndAnUncertainDeliverySettled() throws Exception {
    long campaign = campaigns.approved("Sổ");
    long uncertain = campaigns.delivery(campaign, "Chưa Rõ", "UNCERTAIN");
    campaigns.delivery(campaign, "Bị Chặn", "SUPPRESSED");

    var filtered =
        visits.page(OFFICER, "/luot-gui?chien-dich=" + campaign + "&trang-thai=UNCERTAIN");
    assertThat(filtered).contains("Chưa Rõ").doesNotContain("Bị Chặn");
    assertThat(visits.page(OFFICER, "/luot-gui?q=bi chan"))
        .contains("Bị Chặn")
        .doesNotContain("Chưa Rõ");

    var page = "/luot-gui/" + uncertain;
    assertThat(visits.page(APPROVER, page)).doesNotContain("/ket-luan", "+84912000009");
    assertThat(visits.page(OFFICER, page)).contains(page + "/ket-luan", "+84912000009");
    assertThat(settle(STRANGER, page).getStatus()).isEqualTo(404);
    settle(OFFICER, page);
    assertThat(deliveries.find(uncertain).orElseThrow().status()).isEqualTo(DeliveryStatus.SENT);
  }

  @Test
  void whatWasNeverSentIsNotSaidToHaveBeen() throws Exception {
    long campaign = campaigns.approved("Bị chặn, chờ, đã gửi");

    assertThat(said(campaigns.delivery(campaign, "Chặn", "SUPPRESSED"))).contains("Nội dung lẽ ra");
    assertThat(said(campaigns.delivery(campaign, "Hết hạn", "EXPIRED"))).contains("Nội dung lẽ ra");
    assertThat(said(campaigns.delivery(campaign, "Chờ", "PENDING"))).contains("Nội dung sẽ gửi");
    assertThat(said(campaigns.delivery(campaign, "Đến", "DELIVERED"))).contains("Nội dung gửi đi");
  }

  @Test
  void theLedgerOfAnotherUnitsCampaignDoesNotExist() throws Exception {
    long campaign = campaigns.queue(OFFICER, "Sổ của An Lão", "save");

    assertThat(visits.open(STRANGER, "/luot-gui?chien-dich=" + campaign).getStatus())
        .isEqualTo(404);
  }

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    long delivery = campaigns.delivery(campaigns.approved("Đủ lời trong sổ"), "Ai Đó", "UNCERTAIN");

    visits.assertWhole(OFFICER, "/luot-gui", "/luot-gui?q=xyzzy", "/luot-gui/" + delivery);
  }

  private String said(long delivery) throws Exception {
    return visits.page(OFFICER, "/luot-gui/" + delivery);
  }

  private MockHttpServletResponse settle(String username, String page) throws Exception {
    return visits.send(username, post(page + "/ket-luan").param("settlement", "WAS_SENT"));
  }
}

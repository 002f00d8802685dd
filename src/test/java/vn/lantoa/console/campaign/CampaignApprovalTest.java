package vn.lantoa.console.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.BOTH;
import static vn.lantoa.console.ConsoleExamples.OFFICER;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.security.AuditTrail;

/// A campaign between the one who queues it and the one who approves it, as their browsers send it.
@ConsoleTest
class CampaignApprovalTest {

  @Autowired private Visits visits;
  @Autowired private CampaignExamples examples;
  @Autowired private Campaigns campaigns;
  @Autowired private AuditTrail trail;

  @Test
  void aCampaignIsQueuedByOneAndApprovedByAnother() throws Exception {
    long id = examples.queue(OFFICER, "Ký số cho người dân", "submit");
    var page = "/chien-dich/" + id;

    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);
    assertThat(visits.page(OFFICER, page))
        .contains("Trần Văn Minh", "Lê Minh Đức")
        .doesNotContain("/duyet");
    assertThat(visits.page(APPROVER, page)).contains("action=\"" + page + "/duyet\"");

    var version = campaigns.get(id).version();
    visits.send(APPROVER, post(page + "/duyet").param("version", String.valueOf(version - 1)));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);

    visits.send(APPROVER, post(page + "/duyet").param("version", String.valueOf(version)));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.APPROVED);
    assertThat(trail.of("campaign:" + id, 10))
        .extracting(AuditTrail.Entry::action)
        .containsExactly("campaign.approve", "campaign.submit", "campaign.create");
  }

  @Test
  void nobodyApprovesHisOwn() throws Exception {
    long id = examples.queue(BOTH, "Của chính mình", "submit");
    var version = String.valueOf(campaigns.get(id).version());

    visits.send(BOTH, post("/chien-dich/" + id + "/duyet").param("version", version));

    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);
    assertThat(visits.page(BOTH, "/chien-dich/" + id))
        .contains("Bạn là người soạn")
        .doesNotContain("name=\"version\"");
  }

  @Test
  void whatIsReturnedCanBeCorrectedAndSentAgain() throws Exception {
    long id = examples.queue(OFFICER, "Cần sửa", "submit");
    var page = "/chien-dich/" + id;
    var version = String.valueOf(campaigns.get(id).version());

    visits.send(
        APPROVER, post(page + "/tra-lai").param("version", version).param("reason", "Đổi giờ"));
    assertThat(visits.page(OFFICER, page + "/sua")).contains("Đổi giờ", "Cần sửa");
    visits.send(OFFICER, examples.form(post(page + "/sua"), "Đã sửa", "submit"));

    assertThat(campaigns.get(id).name()).isEqualTo("Đã sửa");
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);
  }
}

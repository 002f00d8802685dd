package vn.lantoa.console.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.BOTH;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.PASSWORD;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.security.Role;

/// A campaign between the one who queues it and the one who approves it, as their browsers send it.
@ConsoleTest
class CampaignApprovalTest {

  @Autowired private Visits visits;
  @Autowired private CampaignExamples examples;
  @Autowired private Campaigns campaigns;
  @Autowired private AuditTrail trail;
  @Autowired private Accounts accounts;
  @Autowired private ContentLibrary library;

  @Test
  void aCampaignIsQueuedByOneAndApprovedByAnother() throws Exception {
    long id = examples.queue(OFFICER, "Ký số cho người dân", "submit");
    var page = "/chien-dich/" + id;

    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);
    assertThat(visits.page(OFFICER, page))
        .contains("Những người có thể phê duyệt:")
        .doesNotContain("/duyet");
    assertThat(visits.page(APPROVER, page)).contains("action=\"" + page + "/duyet\"");

    var approval = examples.approval(id);
    visits.send(APPROVER, examples.approval(id).param("text", "0".repeat(64)));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);

    visits.send(APPROVER, approval);
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.APPROVED);
    assertThat(trail.of("campaign:" + id, 10))
        .extracting(AuditTrail.Entry::action)
        .containsExactly("campaign.approve", "campaign.submit", "campaign.create");
  }

  /// A commune has its own approver, and those of every office above it: the own one is asked.
  @Test
  void whoIsNearestIsNamedFirst() throws Exception {
    long school = examples.schoolOfTwo();
    for (int n = 1; n <= 6; n++) {
      var grant = new Account.Grant(Role.APPROVER, school);
      accounts.add("gan-" + n, "Hiệu phó " + n, null, PASSWORD, false, List.of(grant));
    }
    long id = examples.queueFor(OFFICER, school, "Hỏi người gần nhất");

    assertThat(visits.page(OFFICER, "/chien-dich/" + id))
        .contains("Hiệu phó 1, Hiệu phó 2, Hiệu phó 3, Hiệu phó 4, Hiệu phó 5</strong> và ")
        .contains(" người khác.")
        .doesNotContain("Hiệu phó 6");
  }

  @Test
  void nobodyApprovesHisOwn() throws Exception {
    long id = examples.queue(BOTH, "Của chính mình", "submit");

    visits.send(BOTH, examples.approval(id));

    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);
    assertThat(visits.page(BOTH, "/chien-dich/" + id))
        .contains("Bạn đã soạn hoặc trình")
        .doesNotContain("name=\"version\"");
  }

  /// Whoever wrote at it since it was last approved, not only who wrote last.
  @Test
  void nobodyApprovesHisOwnAfterAnotherTouchedIt() throws Exception {
    long id = examples.queue(BOTH, "Qua tay người khác", "save");
    visits.send(
        OFFICER, examples.form(post("/chien-dich/" + id + "/sua"), "Qua tay khác", "submit"));

    assertThat(visits.page(BOTH, "/chien-dich/" + id)).contains("Bạn đã soạn hoặc trình");
    visits.send(BOTH, examples.approval(id));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);

    visits.send(APPROVER, examples.approval(id));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.APPROVED);
    visits.send(
        OFFICER, examples.form(post("/chien-dich/" + id + "/sua"), "Đổi sau duyệt", "submit"));
    visits.send(BOTH, examples.approval(id));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.APPROVED);
  }

  /// The words of every channel stand above the button, filled in for one of those who get them.
  @Test
  void anApproverReadsTheWordsBeforeHeDecides() throws Exception {
    long id = examples.queue(OFFICER, "Đọc rồi mới phê duyệt", "submit");
    var page = visits.page(APPROVER, "/chien-dich/" + id);

    int button = page.indexOf("/duyet\"");
    assertThat(page.indexOf("class=\"bubble\"")).isBetween(1, button);
    assertThat(page.indexOf("class=\"mail-head\"")).isBetween(1, button);
    for (var text : campaigns.read(id).texts()) {
      assertThat(page).contains("name=\"text\" value=\"" + text + "\"");
    }
  }

  /// N5: so does the target of each link, whose words may say anything.
  @Test
  void anApproverReadsWhereTheLinksLead() throws Exception {
    var item = "dan-toi-dau";
    approved(
        """
        ---
        id: %s
        title: Đường dẫn đến đâu
        topic: chu-ky-so
        audiences: [nguoi-dan]
        valid: 2020-01-01/2099-12-31
        link: https://truong.example/tin
        source: Kế hoạch, mục II
        ---
        ## sms
        Xem evil.vn/tin
        ## email: Mời xem
        Mở [Cổng dịch vụ công](https://evil.example/dang-nhap)
        """
            .formatted(item));
    var form = examples.form(post("/chien-dich/moi"), "Dẫn đến đâu", "submit");
    var path =
        visits
            .send(OFFICER, CampaignExamples.with(form, Map.of("w0.item", item)))
            .getRedirectedUrl();

    var page = visits.page(APPROVER, String.valueOf(path));

    int button = page.indexOf("/duyet\"");
    for (var target :
        List.of(
            "https://<strong>truong.example</strong>/tin",
            "<strong>evil.vn</strong>/tin",
            "https://<strong>evil.example</strong>/dang-nhap")) {
      assertThat(page.indexOf(target)).as(target).isBetween(1, button);
    }
    assertThat(page.split("Địa chỉ ngoài", -1)).hasSize(4);
    visits.assertWhole(APPROVER, String.valueOf(path));
  }

  private void approved(String markdown) {
    var author = accounts.byUsername(OFFICER).orElseThrow().actor();
    var approver = accounts.byUsername(APPROVER).orElseThrow().actor();
    var item = library.take("dan-toi-dau.md", markdown, author).item().orElseThrow();
    library.approve(item.id(), item.latest().hash(), approver);
  }

  @Test
  void whatWaitsIsTakenBackByWhoPlansAndOnlyByHim() throws Exception {
    long id = examples.queue(OFFICER, "Rút lại", "submit");
    var page = "/chien-dich/" + id;

    assertThat(visits.page(OFFICER, page))
        .contains(page + "/rut-lai")
        .doesNotContain(page + "/xoa");
    assertThat(visits.send(STRANGER, post(page + "/rut-lai")).getStatus()).isEqualTo(404);
    visits.send(OFFICER, post(page + "/rut-lai"));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.DRAFT);

    assertThat(visits.page(OFFICER, page)).contains(page + "/xoa");
    assertThat(visits.send(STRANGER, post(page + "/xoa")).getStatus()).isEqualTo(404);
    visits.send(OFFICER, post(page + "/xoa"));
    assertThat(campaigns.find(id)).isEmpty();
    assertThat(trail.of("campaign:" + id, 10))
        .extracting(AuditTrail.Entry::action)
        .startsWith("campaign.delete", "campaign.recall");
  }

  @Test
  void anApprovedCampaignIsEditedWithAWarningAndWaitsAgain() throws Exception {
    long id = examples.approved("Đổi giờ");
    var page = "/chien-dich/" + id;

    assertThat(visits.page(OFFICER, page + "/sua")).contains("bản đã phê duyệt không còn hiệu lực");
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.APPROVED);
    visits.send(OFFICER, examples.form(post(page + "/sua"), "Đã đổi giờ", "submit"));

    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);
    assertThat(campaigns.get(id).waves()).allMatch(wave -> wave.nextFireAt() == null);
  }

  /// Whoever may not decide on it sees by himself when it is decided.
  @Test
  void thePageOfWhatWaitsLearnsThatItWasDecidedOn() throws Exception {
    long id = examples.queue(OFFICER, "Chờ tin", "submit");
    var question = "/chien-dich/" + id + "/tien-do?dang-la=SUBMITTED";

    assertThat(visits.page(OFFICER, "/chien-dich/" + id)).contains("data-hx-get=\"" + question);
    assertThat(visits.page(APPROVER, "/chien-dich/" + id)).doesNotContain(question);
    visits.send(APPROVER, examples.approval(id));

    assertThat(visits.open(OFFICER, question).getHeader("HX-Refresh")).isEqualTo("true");
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

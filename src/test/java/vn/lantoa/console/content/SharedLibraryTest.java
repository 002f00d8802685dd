package vn.lantoa.console.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVED_ITEM;
import static vn.lantoa.console.ConsoleExamples.BOTH;
import static vn.lantoa.console.ConsoleExamples.ITEM;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.STRANGER;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.content.Shelf;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// V4: a school ruled the province's texts. What all units share is changed and decided on at the
/// top; a commune may copy it.
@ConsoleTest
class SharedLibraryTest {

  private static final String WRITER = "soan-xa";
  private static final String JUDGE = "duyet-xa";

  @Autowired private Visits visits;
  @Autowired private ConsoleExamples examples;
  @Autowired private CampaignExamples campaignExamples;
  @Autowired private Campaigns campaigns;
  @Autowired private ContentLibrary library;
  @Autowired private Accounts accounts;

  @BeforeEach
  void people() {
    if (accounts.byUsername(WRITER).isEmpty()) {
      account(WRITER, Role.OFFICER);
      account(JUDGE, Role.APPROVER);
    }
  }

  @Test
  void aCommuneNeitherDecidesOnASharedTextNorChangesItNorTakesItOut() throws Exception {
    var before = library.get(ITEM);
    var page = "/noi-dung/" + ITEM;
    var hash = before.latest().hash();

    for (var act : List.of("duyet", "tra-lai", "rut")) {
      var request = post(page + "/" + act).param("hash", hash).param("reason", "x");
      assertThat(visits.send(JUDGE, request).getStatus()).as(act).isEqualTo(404);
    }
    assertThat(visits.send(WRITER, post(page + "/rut")).getStatus()).isEqualTo(404);
    assertThat(visits.open(WRITER, page + "/sua").getStatus()).isEqualTo(404);
    assertThat(visits.send(WRITER, post(page + "/sua").param("base", hash)).getStatus())
        .isEqualTo(404);

    assertThat(library.get(ITEM)).isEqualTo(before);
    assertThat(visits.page(JUDGE, page)).contains("Kho chung").doesNotContain(page + "/duyet");
  }

  @Test
  void aCommuneMakesItsOwnOfIt() throws Exception {
    var page = "/noi-dung/" + APPROVED_ITEM;
    assertThat(visits.page(WRITER, page))
        .contains("/noi-dung/moi?tu=" + APPROVED_ITEM)
        .doesNotContain(page + "/sua");
    var copy = APPROVED_ITEM + "-al";
    assertThat(visits.page(WRITER, "/noi-dung/moi?tu=" + APPROVED_ITEM)).contains(copy);

    visits.send(
        WRITER,
        post("/noi-dung/moi")
            .param("id", copy)
            .param("title", "Ký số ở xã mình")
            .param("topic", "chu-ky-so")
            .param("audiences", "nguoi-dan")
            .param("validFrom", "2020-01-01")
            .param("validTo", "2099-12-31")
            .param("source", "Kế hoạch của xã")
            .param("link", "https://dichvucong.gov.vn")
            .param("sms", "Ký số tại nhà. Xem {{link}}"));

    assertThat(library.get(copy).unitId()).isEqualTo(examples.commune().id());
    var hash = library.get(copy).latest().hash();
    visits.send(JUDGE, post("/noi-dung/" + copy + "/duyet").param("hash", hash));
    assertThat(library.get(copy).isApproved()).isTrue();
  }

  @Test
  void anEditStopsNoCampaignUntilSomebodyApprovesIt() throws Exception {
    long campaign = campaignExamples.approved("Giữ nguyên bản đã duyệt");
    var before = library.get(APPROVED_ITEM).current();

    var changed = before.markdown().replace("## sms\n", "## sms\nMới. ");
    library.take(
        APPROVED_ITEM + ".md", changed, accounts.byUsername(OFFICER).orElseThrow().actor());

    var item = library.get(APPROVED_ITEM);
    assertThat(campaigns.get(campaign).status()).isEqualTo(CampaignStatus.APPROVED);
    assertThat(item.current()).isEqualTo(before);
    assertThat(item.latestStatus()).isEqualTo(ContentStatus.WAITING);
    assertThat(visits.page(BOTH, "/noi-dung/" + APPROVED_ITEM))
        .contains("vẫn được dùng và vẫn được gửi", "Giữ nguyên bản đã duyệt");

    library.take(
        APPROVED_ITEM + ".md",
        before.markdown(),
        accounts.byUsername(OFFICER).orElseThrow().actor());
    assertThat(library.get(APPROVED_ITEM).proposal()).isEmpty();
  }

  /// What waits is for the unit that writes it and those above; the rest of the country uses what
  /// is approved.
  @Test
  void aTextIsReadElsewhereOnceItIsApproved() throws Exception {
    long commune = examples.commune().id();
    var writer = accounts.byUsername(WRITER).orElseThrow().actor();
    var page = "/noi-dung/an-lao-hop-dan";
    library.take(
        "an-lao-hop-dan.md",
        text("an-lao-hop-dan", "An Lão họp dân", "Mai họp dân"),
        writer,
        shelf(commune));
    var first = library.get("an-lao-hop-dan").latest().hash();

    assertThat(visits.page(OFFICER, page)).contains("Mai họp dân");
    for (var path : List.of(page, page + "/tep", page + "?ban=" + first)) {
      assertThat(visits.open(STRANGER, path).getStatus()).as(path).isEqualTo(404);
    }
    assertThat(visits.open(STRANGER, "/noi-dung/moi?tu=an-lao-hop-dan").getStatus()).isEqualTo(404);
    for (var path : List.of("/noi-dung", "/noi-dung?tep=csv", "/chien-dich/moi")) {
      assertThat(visits.open(STRANGER, path).getContentAsString()).doesNotContain("An Lão họp dân");
      assertThat(visits.page(WRITER, path)).contains("An Lão họp dân");
    }

    library.approve("an-lao-hop-dan", first, accounts.byUsername(JUDGE).orElseThrow().actor());
    library.take(
        "an-lao-hop-dan.md",
        text("an-lao-hop-dan", "An Lão họp dân", "Kia họp dân"),
        writer,
        shelf(commune));
    var second = library.get("an-lao-hop-dan").latest().hash();

    assertThat(visits.page(WRITER, page)).contains("Kia họp dân");
    assertThat(visits.page(STRANGER, page)).contains("Mai họp dân").doesNotContain(second);
    assertThat(visits.open(STRANGER, page + "?ban=" + second).getStatus()).isEqualTo(404);
  }

  @Test
  void nobodyApprovesHisOwnWordsAfterAnotherTouchedThem() throws Exception {
    long commune = examples.commune().id();
    var both = accounts.byUsername(BOTH).orElseThrow().actor();
    var writer = accounts.byUsername(WRITER).orElseThrow().actor();
    var file = "an-lao-hai-nguoi.md";
    library.take(
        file,
        text("an-lao-hai-nguoi", "Hai người họp dân", "Bản của người thứ nhất"),
        both,
        shelf(commune));
    library.take(
        file,
        text("an-lao-hai-nguoi", "Hai người họp dân", "Bản của người thứ hai"),
        writer,
        shelf(commune));
    var hash = library.get("an-lao-hai-nguoi").latest().hash();
    var approval = post("/noi-dung/an-lao-hai-nguoi/duyet").param("hash", hash);

    assertThat(visits.page(BOTH, "/noi-dung/an-lao-hai-nguoi")).doesNotContain("/duyet\"");
    visits.send(BOTH, approval);
    assertThat(library.get("an-lao-hai-nguoi").latestStatus()).isEqualTo(ContentStatus.WAITING);
    visits.send(JUDGE, approval);
    assertThat(library.get("an-lao-hai-nguoi").latestStatus()).isEqualTo(ContentStatus.APPROVED);

    library.take(
        file,
        text("an-lao-hai-nguoi", "Hai người họp dân", "Bản sau khi duyệt"),
        writer,
        shelf(commune));
    var later = library.get("an-lao-hai-nguoi").latest().hash();
    visits.send(BOTH, post("/noi-dung/an-lao-hai-nguoi/duyet").param("hash", later));
    assertThat(library.get("an-lao-hai-nguoi").latestStatus()).isEqualTo(ContentStatus.APPROVED);
  }

  private static Shelf shelf(long unit) {
    return new Shelf(unit, _ -> true);
  }

  private static String text(String id, String title, String words) {
    return """
    ---
    id: %s
    title: %s
    topic: chu-ky-so
    audiences: [nguoi-dan]
    valid: 2020-01-01/2099-12-31
    source: Kế hoạch của xã
    ---
    ## sms
    %s
    """
        .formatted(id, title, words);
  }

  private void account(String name, Role... roles) {
    var grants =
        Arrays.stream(roles).map(role -> new Grant(role, examples.commune().id())).toList();
    accounts.add(name, name, null, ConsoleExamples.PASSWORD, false, grants);
  }
}

package vn.lantoa.console.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.OFFICER;
import static vn.lantoa.console.ConsoleExamples.STRANGER;
import static vn.lantoa.console.ConsoleUsers.user;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.console.CampaignExamples;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// A campaign that is on its way.
@ConsoleTest
class CampaignPagesTest {

  @Autowired private Visits visits;
  @Autowired private CampaignExamples examples;
  @Autowired private ConsoleExamples people;
  @Autowired private Accounts accounts;
  @Autowired private Campaigns campaigns;
  @Autowired private ChannelPauses pauses;
  @Autowired private JdbcClient jdbc;

  @Test
  void progressIsAskedForAgainAndTheWholePageWhenTheStateIsAnother() throws Exception {
    long id = examples.approved("Theo dõi");

    var same = progress(id, "APPROVED");
    var other = progress(id, "SUBMITTED");

    assertThat(same.getContentAsString())
        .contains("data-hx-trigger=\"every 10s\"")
        .doesNotContain("<html");
    assertThat(same.getHeader("HX-Refresh")).isNull();
    assertThat(other.getHeader("HX-Refresh")).isEqualTo("true");
  }

  @Test
  void aPausedChannelIsSaidAndOpenedAgainByAPerson() throws Exception {
    var page = "/chien-dich/" + examples.approved("Kênh dừng");
    jdbc.sql(
            "insert into channel_pause (channel, reason, by_person) values ('sms', 'Hết tiền', false)")
        .update();

    assertThat(visits.page(OFFICER, page)).contains("Hết tiền", page + "/kenh/sms/mo-lai");
    assertThat(visits.send(STRANGER, post(page + "/kenh/sms/mo-lai")).getStatus()).isEqualTo(404);
    visits.send(OFFICER, post(page + "/kenh/sms/mo-lai"));

    assertThat(visits.page(OFFICER, page)).doesNotContain("Hết tiền");
  }

  @Test
  void whatTheProgramStoppedSaysWhyWhereverItIsRead() throws Exception {
    long id = examples.approved("Tự dừng");

    campaigns.pause(id, "@render-failures", Actor.SYSTEM);

    assertThat(visits.page(OFFICER, "/chien-dich/" + id))
        .contains("<strong>Lan Tỏa</strong> tạm dừng chiến dịch<br>", "cho hơn 5% người nhận")
        .doesNotContain("⟦", "@render");
    assertThat(visits.page(OFFICER, "/"))
        .contains("Tự dừng", "cho hơn 5% người nhận")
        .doesNotContain("⟦", "@render");
    campaigns.resume(id, campaigns.get(id).version(), Actor.SYSTEM);
    campaigns.pause(id, "@lan xem lại", Actor.SYSTEM);
    assertThat(visits.page(OFFICER, "/")).contains("@lan xem lại").doesNotContain("⟦");
    campaigns.cancel(id, "", Actor.SYSTEM);
  }

  /// V3: a school's officer undid the emergency stop of the whole machine.
  @Test
  void whatAPersonStoppedNoOfficerOpensFromHisCampaign() throws Exception {
    var page = "/chien-dich/" + examples.approved("Kênh dừng khẩn");
    pauses.pause(Channel.SMS, "Hết tiền", Actor.SYSTEM);
    pauses.pause(Channel.SMS, "Sự cố an ninh", new Actor(1L, "Vận hành"));

    assertThat(visits.page(OFFICER, page))
        .contains("Sự cố an ninh")
        .doesNotContain(page + "/kenh/sms/mo-lai");
    visits.send(OFFICER, post(page + "/kenh/sms/mo-lai"));
    visits.send(OFFICER, post(page + "/kenh/zalo/mo-lai"));

    assertThat(pauses.all()).extracting(ChannelPauses.Pause::byPerson).containsExactly(true);
    pauses.resume(Channel.SMS, Actor.SYSTEM);
  }

  @Test
  void whatAnApproverStoppedGoesOnOnlyByHisHand() throws Exception {
    long id = examples.approved("Dừng khẩn cấp");
    var page = "/chien-dich/" + id;
    visits.send(APPROVER, post(page + "/tam-dung").param("reason", "Sai giờ họp"));

    assertThat(visits.page(OFFICER, page))
        .contains("Chỉ người đã tạm dừng, hoặc người phê duyệt")
        .doesNotContain(page + "/tiep-tuc");
    visits.send(OFFICER, post(page + "/tiep-tuc"));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.PAUSED);

    visits.send(APPROVER, post(page + "/tiep-tuc"));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.APPROVED);
    assertThat(campaigns.get(id).stoppedBy()).isNull();

    visits.send(OFFICER, post(page + "/tam-dung"));
    visits.send(OFFICER, post(page + "/tiep-tuc"));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.APPROVED);
  }

  @Test
  void whatIsStoppedFromAboveNobodyBelowLetsGoOn() throws Exception {
    long commune = people.commune().id();
    long id = examples.queueFor(OFFICER, commune, "Tỉnh dừng");
    var page = "/chien-dich/" + id;
    var approver = accounts.byUsername(APPROVER).orElseThrow().actor();
    campaigns.approve(id, campaigns.read(id), approver);
    var roles = List.of(new Grant(Role.OFFICER, commune), new Grant(Role.APPROVER, commune));
    accounts.add("duyet-cap-xa", "Người Duyệt Xã", null, ConsoleExamples.PASSWORD, false, roles);
    visits.send(OFFICER, post(page + "/tam-dung"));

    visits.send("duyet-cap-xa", post(page + "/tiep-tuc"));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
    assertThat(visits.page("duyet-cap-xa", page)).doesNotContain(page + "/tiep-tuc");

    visits.send(APPROVER, post(page + "/tiep-tuc"));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.APPROVED);
  }

  /// A pause below is no shield against a stop from above: whoever paused first let it go on.
  @Test
  void aStopFromAboveTakesThePlaceOfAPauseBelow() throws Exception {
    long id = examples.approved("Dừng đè lên dừng");
    var page = "/chien-dich/" + id;
    visits.send(OFFICER, post(page + "/tam-dung").param("reason", "Xem lại"));

    assertThat(visits.page(APPROVER, page)).contains(page + "/tam-dung", "Giữ dừng");
    visits.send(APPROVER, post(page + "/tam-dung").param("reason", "Sai số liệu"));

    assertThat(visits.page(OFFICER, page))
        .contains("Sai số liệu")
        .doesNotContain(page + "/tiep-tuc", page + "/tam-dung");
    visits.send(OFFICER, post(page + "/tiep-tuc"));
    visits.send(OFFICER, post(page + "/tam-dung").param("reason", "Của tôi"));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
    assertThat(campaigns.get(id).note()).isEqualTo("Sai số liệu");

    visits.send(APPROVER, post(page + "/tiep-tuc"));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.APPROVED);
  }

  /// And not that of whoever looks at it.
  @Test
  void aPreviewBearsTheNameOfWhoSends() throws Exception {
    var commune = people.commune();
    long id = examples.queueFor(OFFICER, commune.id(), "Ai gửi");

    assertThat(visits.page(APPROVER, "/chien-dich/" + id))
        .contains("<dt>Từ:</dt><dd>" + commune.name() + "</dd>");
  }

  @Test
  void whenFarMoreHaveComeAnApproverLetsItGoToAll() throws Exception {
    long id = examples.approved("Danh sách đông lên");
    var page = "/chien-dich/" + id;
    var segment = campaigns.get(id).waves().getFirst().segment();
    var audience = segment.audiences().stream().findFirst().orElse("phu-huynh");
    jdbc.sql(
            """
            with come as (
              insert into recipient (unit_id, name, audience, dedupe_key)
              select :unit, 'Người mới', :audience, 'moi-' || n from generate_series(1, 101) n returning id
            )
            insert into contact_point (recipient_id, channel, address, consent_at, consent_source)
            select id, 'sms', '+8439' || lpad(id::text, 7, '0'), lantoa_now(), 'phiếu' from come
            """)
        .param("unit", segment.unitId())
        .param("audience", audience)
        .update();

    assertThat(visits.page(OFFICER, page))
        .contains("Danh sách đã đông hơn nhiều so với lúc phê duyệt")
        .doesNotContain(page + "/nguoi-moi");
    var shown =
        Pattern.compile("name=\"messages\" value=\"(\\d+)\"").matcher(visits.page(APPROVER, page));
    assertThat(shown.find()).isTrue();
    visits.send(APPROVER, post(page + "/nguoi-moi").param("messages", "1"));
    assertThat(campaigns.newcomers(id)).isPresent();
    visits.send(APPROVER, post(page + "/nguoi-moi").param("messages", shown.group(1)));

    assertThat(campaigns.newcomers(id)).isEmpty();
    assertThat(visits.page(OFFICER, page)).doesNotContain("Danh sách đã đông hơn nhiều");
    jdbc.sql("delete from recipient where dedupe_key like 'moi-%'").update();
  }

  @Test
  void runsThatDidNotHappenAreSaidLoudly() throws Exception {
    long campaign = examples.approved("Lỡ giờ");
    examples.run(campaign, "MISSED");

    assertThat(visits.page(OFFICER, "/chien-dich/" + campaign))
        .contains("notice is-bad", "đã lỡ giờ");
  }

  @Test
  void aCampaignOfAnotherUnitDoesNotExist() throws Exception {
    long id = examples.queue(OFFICER, "Của An Lão", "save");
    var page = "/chien-dich/" + id;

    for (var path :
        List.of(page, page + "/sua", page + "/ban-sao", page + "/huy", page + "/tien-do")) {
      assertThat(visits.open(STRANGER, path).getStatus()).as(path).isEqualTo(404);
    }
    for (var act : List.of("/gui-duyet", "/tam-dung", "/tiep-tuc", "/huy")) {
      assertThat(visits.send(STRANGER, post(page + act)).getStatus()).as(act).isEqualTo(404);
    }
    var intruding = examples.form(post("/chien-dich/moi"), "Lấn sân", "save");
    assertThat(visits.send(STRANGER, intruding).getStatus()).isEqualTo(404);
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.DRAFT);
  }

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    long campaign = examples.approved("Đủ lời");
    examples.delivery(campaign, "Ai Đó", "UNCERTAIN");
    var page = "/chien-dich/" + campaign;

    visits.assertWhole(
        OFFICER,
        "/chien-dich",
        "/chien-dich?loc=nhap",
        "/chien-dich/moi",
        page,
        page + "/ban-sao",
        page + "/huy");
  }

  private MockHttpServletResponse progress(long campaign, String shown) throws Exception {
    return visits.answer(
        get("/chien-dich/" + campaign + "/tien-do").param("dang-la", shown).with(user(OFFICER)));
  }
}

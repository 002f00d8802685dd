package vn.lantoa.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Channel;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.security.Role;

/// Queuing, approving and watching campaigns, people and their wishes, the ledger, units and
/// accounts: the acts of officers as their browsers send them.
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutreachPagesTest {

  private static final String OFFICER = "lan";
  private static final String BOTH = "minh";
  private static final String APPROVER = "duc";
  private static final String ADMIN = "huy";
  private static final String STRANGER = "xa-khac";
  private static final String PASSWORD = "mot mat khau du dai";

  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*\\ssrc=)|<style|\\sstyle=\"|\\son[a-z]+=\"");

  private static final String TEXT =
      """
      ---
      id: ky-so-tai-nha
      title: Ký số tại nhà
      topic: chu-ky-so
      audiences: [nguoi-dan]
      valid: 2020-01-01/2099-12-31
      link: https://dichvucong.gov.vn
      source: Kế hoạch, mục II
      ---
      ## sms
      Ký số tại nhà, không cần in giấy. Xem {{link}}
      ## email: Ký số tại nhà
      Kính gửi {{recipient.name}}, nay quý vị ký giấy tờ ngay tại nhà.
      ## social
      Ký số tại nhà, không cần in giấy.
      ## radio
      Kính thưa bà con, nay bà con ký giấy tờ ngay tại nhà.
      ## portal
      Ký số tại nhà, không cần in giấy.
      """;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    TestDatabase.settings().forEach((key, value) -> registry.add(key, () -> value));
    registry.add("lantoa.data", () -> "target/test-data/outreach");
    registry.add("lantoa.sandbox.enabled", () -> "true");
  }

  @Autowired MockMvc mvc;
  @Autowired OrgUnits units;
  @Autowired Accounts accounts;
  @Autowired ContentLibrary library;
  @Autowired Recipients recipients;
  @Autowired Campaigns campaigns;
  @Autowired Deliveries deliveries;
  @Autowired Stations stations;
  @Autowired AuditTrail trail;
  @Autowired JdbcClient jdbc;

  private OrgUnit commune;
  private OrgUnit elsewhere;

  @BeforeAll
  void fill() {
    var since = LocalDate.of(2025, 7, 1);
    commune = units.add(null, OrgUnit.Kind.COMMUNE, "AL", "Xã An Lão", since);
    elsewhere = units.add(null, OrgUnit.Kind.COMMUNE, "KH", "Xã Khác", since);
    account(OFFICER, "Nguyễn Thị Lan", commune, Role.OFFICER);
    account(BOTH, "Trần Văn Minh", commune, Role.OFFICER, Role.APPROVER);
    account(APPROVER, "Lê Minh Đức", commune, Role.APPROVER);
    account(ADMIN, "Vũ Quang Huy", commune, Role.ADMIN);
    account(STRANGER, "Người Xã Khác", elsewhere, Role.OFFICER, Role.APPROVER);
    var taken = library.take("ky-so-tai-nha.md", TEXT, actor(OFFICER));
    assertThat(taken.item()).as("%s", taken.findings()).isPresent();
    var item = taken.item().orElseThrow();
    library.approve(item.id(), item.current().hash(), actor(APPROVER));
    person("Phạm Phương Thảo", "+84912000001", "thao@example.vn", "Phiếu đồng ý");
    person("Đỗ Văn Chưa Đồng Ý", "+84912000002", "do@example.vn", "");
  }

  @Test
  void aCampaignIsQueuedByOneAndApprovedByAnother() throws Exception {
    long id = queue(OFFICER, "Ký số cho người dân", "submit");
    var page = "/chien-dich/" + id;

    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);
    assertThat(open(OFFICER, page))
        .contains("Trần Văn Minh", "Lê Minh Đức")
        .doesNotContain("/duyet");
    assertThat(open(APPROVER, page)).contains("action=\"" + page + "/duyet\"");

    var version = campaigns.get(id).version();
    send(APPROVER, post(page + "/duyet").param("version", String.valueOf(version - 1)));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);

    send(APPROVER, post(page + "/duyet").param("version", String.valueOf(version)));
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.APPROVED);
    assertThat(trail.of("campaign:" + id, 10))
        .extracting(AuditTrail.Entry::action)
        .containsExactly("campaign.approve", "campaign.submit", "campaign.create");
  }

  @Test
  void progressIsAskedForAgainAndTheWholePageWhenTheStateIsAnother() throws Exception {
    long id = approved("Theo dõi");

    var same = answer(get(progress(id)).param("dang-la", "APPROVED").with(user(OFFICER)));
    var other = answer(get(progress(id)).param("dang-la", "SUBMITTED").with(user(OFFICER)));

    assertThat(same.getContentAsString())
        .contains("hx-trigger=\"every 10s\"")
        .doesNotContain("<html");
    assertThat(same.getHeader("HX-Refresh")).isNull();
    assertThat(other.getHeader("HX-Refresh")).isEqualTo("true");
  }

  @Test
  void nobodyApprovesHisOwn() throws Exception {
    long id = queue(BOTH, "Của chính mình", "submit");
    var version = String.valueOf(campaigns.get(id).version());

    send(BOTH, post("/chien-dich/" + id + "/duyet").param("version", version));

    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);
    assertThat(open(BOTH, "/chien-dich/" + id))
        .contains("Bạn là người soạn")
        .doesNotContain("name=\"version\"");
  }

  @Test
  void whatIsReturnedCanBeCorrectedAndSentAgain() throws Exception {
    long id = queue(OFFICER, "Cần sửa", "submit");
    var version = String.valueOf(campaigns.get(id).version());

    send(
        APPROVER,
        post("/chien-dich/" + id + "/tra-lai")
            .param("version", version)
            .param("reason", "Đổi giờ"));
    assertThat(open(OFFICER, "/chien-dich/" + id + "/sua")).contains("Đổi giờ", "Cần sửa");
    send(OFFICER, form(post("/chien-dich/" + id + "/sua"), "Đã sửa", "submit"));

    assertThat(campaigns.get(id).name()).isEqualTo("Đã sửa");
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.SUBMITTED);
  }

  @Test
  void anIncompleteFormComesBackWithEverythingTyped() throws Exception {
    var answer =
        send(
            OFFICER,
            post("/chien-dich/moi")
                .param("waves", "1")
                .param("name", "Chưa xong")
                .param("unit", String.valueOf(commune.id()))
                .param("w0.unit", String.valueOf(commune.id()))
                .param("w0.channels", "sms")
                .param("w0.when", "WEEKLY")
                .param("w0.time", "07:15")
                .param("w0.catchUp", "2")
                .param("w0.deadline", "72")
                .param("act", "save"));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString())
        .contains("value=\"Chưa xong\"", "value=\"07:15\"", "Chọn nội dung để gửi")
        .contains("Chọn ít nhất một ngày trong tuần");
    assertThat(campaigns.within(commune.id(), Set.of(), 0, 100))
        .noneMatch(campaign -> campaign.name().equals("Chưa xong"));
  }

  @Test
  void theEstimateCountsPeopleAndSaysWhoIsLeftOut() throws Exception {
    var estimate = send(OFFICER, form(post("/chien-dich/du-tinh"), "", "")).getContentAsString();

    assertThat(estimate)
        .doesNotContain("<html")
        .containsPattern("(?s)Tin nhắn SMS.*?<strong>1</strong>.*?<td class=\"num\">1</td>")
        .contains("Đặt tên cho chiến dịch");
  }

  @Test
  void whatBelongsToAnotherUnitDoesNotExist() throws Exception {
    long id = queue(OFFICER, "Của An Lão", "save");
    var person = recipients.search(commune.id(), "phuong thao", 0, 1).getFirst();
    var page = "/chien-dich/" + id;

    for (var path :
        List.of(
            page,
            page + "/sua",
            page + "/ban-sao",
            page + "/huy",
            progress(id),
            "/luot-gui?chien-dich=" + id,
            "/nguoi-nhan?don-vi=" + commune.id(),
            "/nguoi-nhan/" + person.id())) {
      assertThat(answer(get(path).with(user(STRANGER))).getStatus()).as(path).isEqualTo(404);
    }
    for (var act : List.of("/gui-duyet", "/tam-dung", "/tiep-tuc", "/huy")) {
      assertThat(send(STRANGER, post(page + act)).getStatus()).as(act).isEqualTo(404);
    }
    assertThat(send(STRANGER, form(post("/chien-dich/moi"), "Lấn sân", "save")).getStatus())
        .isEqualTo(404);
    assertThat(campaigns.get(id).status()).isEqualTo(CampaignStatus.DRAFT);
  }

  @Test
  void aFileWithMistakesIsTakenInButForThem() throws Exception {
    var session = new MockHttpSession();
    var csv =
        """
        họ tên,đối tượng,điện thoại,email,mã đơn vị,mã,đồng ý
        Ngô Thị Đúng,nguoi-dan,0912 345 671,,,D-1,Phiếu
        =cmd,nguoi-dan,+84912345672,,,D-2,Phiếu
        Sai Số,nguoi-dan,12,,,D-3,Phiếu
        """;

    upload(csv, session);
    var page = answer(get("/nguoi-nhan/nhap").session(session).with(user(OFFICER)));
    var refused = answer(get("/nguoi-nhan/nhap/dong-loi.csv").session(session).with(user(OFFICER)));

    assertThat(page.getContentAsString())
        .contains("Dòng 3", "Dòng 4", "Số điện thoại không đúng")
        .doesNotContain("⟦");
    assertThat(refused.getContentAsString())
        .contains("'=cmd", "'+84912345672", "Sai Số")
        .doesNotContain("Ngô Thị Đúng");
    assertThat(recipients.search(commune.id(), "ngo thi dung", 0, 9)).hasSize(1);

    upload(csv, session);
    assertThat(recipients.search(commune.id(), "ngo thi dung", 0, 9)).hasSize(1);
  }

  @Test
  void numbersAreMaskedInListsAndWishesTakeEffect() throws Exception {
    var person = recipients.search(commune.id(), "phuong thao", 0, 1).getFirst();
    var page = "/nguoi-nhan/" + person.id();

    assertThat(open(OFFICER, "/nguoi-nhan?q=phuong thao"))
        .contains("Phạm Phương Thảo", "+8491•••001")
        .doesNotContain("+84912000001");

    send(OFFICER, post(page + "/tu-choi").param("source", " "));
    assertThat(open(OFFICER, page)).doesNotContain("Từ chối nhận");

    send(OFFICER, post(page + "/tu-choi").param("source", "Gọi điện"));
    assertThat(open(OFFICER, page)).contains("Từ chối nhận", "Gọi điện");

    send(OFFICER, post(page + "/dong-y").param("source", "Đổi ý"));
    assertThat(open(OFFICER, page)).contains("Đổi ý", "Gửi được");
    assertThat(send(APPROVER, post(page + "/tu-choi").param("source", "x")).getStatus())
        .isEqualTo(404);
  }

  @Test
  void theLedgerIsFilteredAndAnUncertainDeliverySettled() throws Exception {
    long campaign = approved("Sổ");
    long uncertain = delivery(campaign, "Chưa Rõ", "UNCERTAIN");
    delivery(campaign, "Bị Chặn", "SUPPRESSED");

    var filtered = open(OFFICER, "/luot-gui?chien-dich=" + campaign + "&trang-thai=UNCERTAIN");
    assertThat(filtered).contains("Chưa Rõ").doesNotContain("Bị Chặn");
    assertThat(open(OFFICER, "/luot-gui?q=bi chan")).contains("Bị Chặn").doesNotContain("Chưa Rõ");

    var page = "/luot-gui/" + uncertain;
    assertThat(open(APPROVER, page)).doesNotContain("/ket-luan");
    assertThat(open(OFFICER, page)).contains(page + "/ket-luan");
    assertThat(settle(STRANGER, page).getStatus()).isEqualTo(404);
    settle(OFFICER, page);
    assertThat(deliveries.find(uncertain).orElseThrow().status()).isEqualTo(DeliveryStatus.SENT);
  }

  @Test
  void aPausedChannelIsSaidAndOpenedAgainByAPerson() throws Exception {
    long id = approved("Kênh dừng");
    var page = "/chien-dich/" + id;
    jdbc.sql("insert into channel_pause (channel, reason) values ('sms', 'Hết tiền')").update();

    assertThat(open(OFFICER, page)).contains("Hết tiền", page + "/kenh/sms/mo-lai");
    assertThat(send(STRANGER, post(page + "/kenh/sms/mo-lai")).getStatus()).isEqualTo(404);
    send(OFFICER, post(page + "/kenh/sms/mo-lai"));

    assertThat(open(OFFICER, page)).doesNotContain("Hết tiền");
  }

  @Test
  void runsThatDidNotHappenAreSaidLoudly() throws Exception {
    long campaign = approved("Lỡ giờ");
    run(campaign, "MISSED");

    assertThat(open(OFFICER, "/chien-dich/" + campaign)).contains("notice is-bad", "đã lỡ giờ");
  }

  @Test
  void nothingOfAnotherUnitIsTakenOverByItsName() throws Exception {
    var slots = List.of(new Station.AirSlot(DayOfWeek.MONDAY, LocalTime.of(7, 0), 10));
    stations.put(elsewhere.id(), Station.Kind.WARD_LOUDSPEAKER, "Loa xã Khác", null, 200, slots);

    send(
        ADMIN,
        post("/don-vi/" + commune.id() + "/dai").param("name", "Loa xã Khác").param("pace", "180"));
    assertThat(stations.within(elsewhere.id())).hasSize(1);
    assertThat(stations.within(commune.id())).isEmpty();

    send(
        ADMIN,
        post("/don-vi/" + commune.id() + "/dai")
            .param("name", "Loa xã An Lão")
            .param("pace", "180")
            .param("day0", "2")
            .param("time0", "17:00")
            .param("minutes0", "15"));
    assertThat(stations.within(commune.id()).getFirst().slots())
        .containsExactly(new Station.AirSlot(DayOfWeek.TUESDAY, LocalTime.of(17, 0), 15));
  }

  @Test
  void administratorsReachOnlyAccountsBelowThem() throws Exception {
    long stranger = accounts.byUsername(STRANGER).map(Account::id).orElseThrow();
    long self = accounts.byUsername(ADMIN).map(Account::id).orElseThrow();

    assertThat(open(ADMIN, "/tai-khoan"))
        .contains("Nguyễn Thị Lan")
        .doesNotContain("Người Xã Khác");
    assertThat(send(ADMIN, post("/tai-khoan/" + stranger + "/khoa")).getStatus()).isEqualTo(404);
    assertThat(send(ADMIN, post("/tai-khoan/" + stranger + "/mat-khau")).getStatus())
        .isEqualTo(404);
    send(ADMIN, post("/tai-khoan/" + self + "/khoa"));

    assertThat(accounts.get(stranger).active()).isTrue();
    assertThat(accounts.get(self).active()).isTrue();
  }

  @Test
  void aNewAccountGetsAPasswordThatIsShownOnce() throws Exception {
    var session = new MockHttpSession();
    send(
        ADMIN,
        post("/tai-khoan")
            .session(session)
            .param("username", "moi-toanh")
            .param("name", "Người Mới Toanh")
            .param("roles", "OFFICER")
            .param("unit", String.valueOf(commune.id())));
    var password = Pattern.compile("secret-password\">([a-z0-9-]{19})<");

    var first = answer(get("/tai-khoan").session(session).with(user(ADMIN))).getContentAsString();
    var second = answer(get("/tai-khoan").session(session).with(user(ADMIN))).getContentAsString();

    assertThat(password.matcher(first).find()).isTrue();
    assertThat(password.matcher(second).find()).isFalse();
    assertThat(accounts.byUsername("moi-toanh").orElseThrow().mustChangePassword()).isTrue();
  }

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    long campaign = approved("Đủ lời");
    long delivery = delivery(campaign, "Ai Đó", "UNCERTAIN");
    var person = recipients.search(commune.id(), "phuong thao", 0, 1).getFirst();
    var paths =
        Map.of(
            OFFICER,
            List.of(
                "/chien-dich",
                "/chien-dich?loc=nhap",
                "/chien-dich/moi",
                "/chien-dich/" + campaign,
                "/chien-dich/" + campaign + "/ban-sao",
                "/chien-dich/" + campaign + "/huy",
                "/nguoi-nhan",
                "/nguoi-nhan?q=xyzzy",
                "/nguoi-nhan/" + person.id(),
                "/nguoi-nhan/nhap",
                "/luot-gui",
                "/luot-gui?q=xyzzy",
                "/luot-gui/" + delivery,
                "/thu-nghiem",
                "/thu-nghiem?kenh=sms"),
            ADMIN,
            List.of("/don-vi", "/don-vi/" + commune.id(), "/tai-khoan"));

    for (var role : paths.entrySet()) {
      for (var path : role.getValue()) {
        for (var language : List.of("vi", "en")) {
          var answer =
              answer(get(path).with(user(role.getKey())).cookie(new Cookie("ngon-ngu", language)));
          var page = answer.getContentAsString();
          assertThat(answer.getStatus()).as(path).isEqualTo(200);
          assertThat(page).as(path).contains("<html lang=\"" + language).doesNotContain("⟦");
          assertThat(INLINE.matcher(page).find()).as(path).isFalse();
        }
      }
    }
  }

  private long queue(String username, String name, String act) throws Exception {
    var target = send(username, form(post("/chien-dich/moi"), name, act)).getRedirectedUrl();
    assertThat(target).matches("/chien-dich/\\d+");
    return Long.parseLong(String.valueOf(target).replaceAll("\\D", ""));
  }

  private long approved(String name) throws Exception {
    long id = queue(OFFICER, name, "submit");
    campaigns.approve(id, campaigns.get(id).version(), actor(APPROVER));
    return id;
  }

  /// Every 10 October: nothing leaves while the tests run, whatever day it is.
  private MockHttpServletRequestBuilder form(
      MockHttpServletRequestBuilder request, String name, String act) {
    return request
        .param("waves", "1")
        .param("name", name)
        .param("unit", String.valueOf(commune.id()))
        .param("w0.item", "ky-so-tai-nha")
        .param("w0.unit", String.valueOf(commune.id()))
        .param("w0.channels", "sms", "email")
        .param("w0.when", "YEARLY")
        .param("w0.day", "10")
        .param("w0.month", "10")
        .param("w0.time", "08:00")
        .param("w0.catchUp", "2")
        .param("w0.deadline", "72")
        .param("act", act);
  }

  private long run(long campaign, String status) {
    return jdbc.sql(
            """
            insert into wave_run (wave_id, campaign_id, fire_at, status)
            values (:wave, :campaign, now() + random() * interval '1 day', :status) returning id
            """)
        .param("wave", campaigns.get(campaign).waves().getFirst().id())
        .param("campaign", campaign)
        .param("status", status)
        .query(Long.class)
        .single();
  }

  private long delivery(long campaign, String name, String status) {
    long id =
        jdbc.sql(
                """
                with who as (
                  insert into recipient (unit_id, name, audience, dedupe_key)
                  values (:unit, :name, 'nguoi-dan', gen_random_uuid()) returning id
                )
                insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id,
                  recipient_name, address, status, not_before, expires_at)
                select :run, :campaign, 'sms', 'PERSON', who.id, :unit, :name, '+84912000009', 'SENT',
                  now(), now() + interval '1 day' from who
                returning id
                """)
            .param("run", run(campaign, "FINISHED"))
            .param("campaign", campaign)
            .param("unit", commune.id())
            .param("name", name)
            .query(Long.class)
            .single();
    // As in life: what is uncertain became so.
    jdbc.sql("update delivery set status = :status where id = :id")
        .param("status", status)
        .param("id", id)
        .update();
    return id;
  }

  private MockHttpServletResponse settle(String username, String page) throws Exception {
    return send(username, post(page + "/ket-luan").param("settlement", "WAS_SENT"));
  }

  private void upload(String csv, MockHttpSession session) throws Exception {
    var file =
        new MockMultipartFile(
            "file", "danh-sach.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    mvc.perform(
        multipart("/nguoi-nhan/nhap")
            .file(file)
            .param("unit", String.valueOf(commune.id()))
            .session(session)
            .with(user(OFFICER))
            .with(csrf()));
  }

  private void account(String username, String name, OrgUnit unit, Role... roles) {
    accounts.add(
        username,
        name,
        null,
        PASSWORD,
        false,
        List.of(roles).stream().map(role -> new Grant(role, unit.id())).toList());
  }

  private vn.lantoa.common.Actor actor(String username) {
    return accounts.byUsername(username).orElseThrow().actor();
  }

  private void person(String name, String phone, String email, String consent) {
    recipients.put(
        new NewRecipient(
            commune.id(),
            name,
            "nguoi-dan",
            "",
            Map.of(Channel.SMS, phone, Channel.EMAIL, email),
            consent),
        actor(OFFICER));
  }

  private static String progress(long campaign) {
    return "/chien-dich/" + campaign + "/tien-do";
  }

  private MockHttpServletResponse send(String username, MockHttpServletRequestBuilder request)
      throws Exception {
    return answer(request.with(user(username)).with(csrf()));
  }

  private String open(String username, String path) throws Exception {
    return answer(get(path).with(user(username))).getContentAsString();
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
    var response = mvc.perform(request).andReturn().getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }
}

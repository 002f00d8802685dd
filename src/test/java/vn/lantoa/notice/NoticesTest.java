package vn.lantoa.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Actor;
import vn.lantoa.content.ContentExamples;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// What approvers, authors and schools are told, as it arrives by real SMTP.
class NoticesTest {

  private static TestServer server;
  private NoticeExamples examples;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of("lantoa.delivery.notices-every", "50ms"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void anOfficeOfItsOwn() {
    examples = NoticeExamples.in(server);
  }

  @Test
  void whatIsSubmittedIsToldToWhoMayApproveItAndNotToItsAuthor() {
    var stranger = NoticeExamples.withAddress(server, Department.in(server).approver());
    var both = examples.account("ca-hai", Role.OFFICER, Role.APPROVER);

    var campaign = examples.submit(both.actor());

    var letter = examples.letterTo(examples.approver());
    assertThat(letter.subject()).isEqualTo("Chiến dịch chờ phê duyệt: " + campaign.name());
    assertThat(letter.text())
        .contains("của " + both.name())
        .contains("/chien-dich/" + campaign.id())
        .contains("vì có tài khoản")
        .contains("/ho-so");
    assertThat(examples.told(both, NoticeKind.CAMPAIGN_WAITS)).isZero();
    assertThat(examples.told(stranger, NoticeKind.CAMPAIGN_WAITS)).isZero();
    assertThat(examples.ledger()).hasSize(1);
  }

  @Test
  void whatIsReturnedIsToldToItsAuthorWithTheReason() {
    var campaign = examples.submit();

    server
        .get(Campaigns.class)
        .sendBack(
            campaign.id(), campaign.version(), "Sửa lại <giờ> gửi", examples.approver().actor());

    assertThat(examples.letterTo(examples.author()).text()).contains("Sửa lại <giờ> gửi");
    assertThat(examples.letterTo(examples.author()).html()).contains("Sửa lại &lt;giờ&gt; gửi");
  }

  @Test
  void whatIsApprovedIsToldToItsAuthorByLetterAndInTheConsole() {
    var campaign = examples.submit();
    var campaigns = server.get(Campaigns.class);

    campaigns.approve(campaign.id(), campaigns.read(campaign.id()), examples.approver().actor());

    assertThat(examples.letterTo(examples.author()).subject())
        .isEqualTo("Chiến dịch đã được phê duyệt: " + campaign.name());
    assertThat(server.get(Notices.class).news(examples.author().id(), 5))
        .extracting(Notices.News::kind)
        .contains(NoticeKind.CAMPAIGN_APPROVED);
  }

  @Test
  void contentIsToldOfLikewise() {
    var library = server.get(ContentLibrary.class);
    var item = examples.office().rewriteContent();
    assertThat(examples.letterTo(examples.approver()).subject())
        .isEqualTo("Nội dung chờ phê duyệt: " + item.title());

    library.sendBack(item.id(), item.latest().hash(), "Thiếu nguồn", examples.approver().actor());
    assertThat(examples.letterTo(examples.author()).text()).contains("Thiếu nguồn");

    examples.office().rewriteContent();
    eventually().until(() -> examples.letters(examples.approver()).size() == 2);
    library.approve(item.id(), item.latest().hash(), examples.approver().actor());
    eventually().until(() -> examples.letters(examples.author()).size() == 2);
  }

  @Test
  void aTextThatComesBackWaitsOnceMore() {
    long before = examples.told(examples.approver(), NoticeKind.CONTENT_WAITS);

    for (var words : List.of("Một. ", "Hai. ", "Một. ")) {
      examples.office().rewriteContent(words);
    }

    assertThat(examples.told(examples.approver(), NoticeKind.CONTENT_WAITS)).isEqualTo(before + 3);
  }

  /// W1: who holds an approver's keys might approve himself.
  @Test
  void whoGivesOutAnApproversKeysIsToldOfToHimAndToTheUnitAbove() {
    var top = examples.office().unit();
    var below =
        server
            .get(OrgUnits.class)
            .add(
                top.id(),
                OrgUnit.Kind.COMMUNE,
                "KHOA-" + top.id(),
                "Xã Khóa",
                LocalDate.of(2025, 7, 1));
    var approver = examples.account("duyet-xa", below, Role.APPROVER);
    var above = examples.account("quan-tri-tren", top, Role.ADMIN);
    var maker = examples.account("quan-tri-xa", below, Role.ADMIN);
    assertThat(examples.told(approver, NoticeKind.KEYS_GIVEN_OUT)).isZero();

    server.get(Accounts.class).resetPassword(approver.id(), "mat khau tam thoi", maker.actor());

    assertThat(examples.told(approver, NoticeKind.KEYS_GIVEN_OUT)).isEqualTo(1);
    assertThat(examples.told(above, NoticeKind.APPROVER_KEYS)).isEqualTo(1);
    assertThat(examples.told(maker, NoticeKind.APPROVER_KEYS)).isZero();
    assertThat(examples.letterTo(above).text()).contains(approver.name(), maker.name());
  }

  @Test
  void filesOfTheFolderMakeNoLetters() {
    long before = examples.told(examples.approver(), NoticeKind.CONTENT_WAITS);

    var id = "tu-tep-" + examples.office().unit().id();
    var file =
        ContentExamples.markdown(id).replace("2026-01-01/2027-12-31", "2026-01-01/2099-12-31");
    var taken = server.get(ContentLibrary.class).take(id + ".md", file, Actor.SYSTEM);

    assertThat(taken.changed()).isTrue();
    assertThat(examples.told(examples.approver(), NoticeKind.CONTENT_WAITS)).isEqualTo(before);
  }

  @Test
  void whoSwitchedItOffIsToldInTheConsoleOnly() {
    var waits = Set.of(NoticeKind.CAMPAIGN_WAITS);
    server.get(NoticeSettings.class).choose(examples.approver().id(), waits, Set.of());
    assertThat(server.get(NoticeSettings.class).off(examples.approver().id())).isEqualTo(waits);

    examples.submit();

    assertThat(examples.told(examples.approver(), NoticeKind.CAMPAIGN_WAITS)).isOne();
    assertThat(examples.withLetter(examples.approver())).isZero();
  }

  @Test
  void whoHasNoAddressIsToldInTheConsoleOnly() {
    server.get(Accounts.class).changeEmail(examples.approver().id(), null);

    examples.submit();

    assertThat(examples.told(examples.approver(), NoticeKind.CAMPAIGN_WAITS)).isOne();
    assertThat(examples.withLetter(examples.approver())).isZero();
  }

  @Test
  void whoseAccountIsClosedIsToldNothing() {
    server.get(Accounts.class).setActive(examples.approver().id(), false);

    examples.submit();

    assertThat(examples.told(examples.approver(), NoticeKind.CAMPAIGN_WAITS)).isZero();
  }

  @Test
  void nothingIsToldOfWhatWasNotDone() {
    var campaign = examples.draft(examples.author().actor());
    var transaction = server.get(TransactionTemplate.class);

    transaction.executeWithoutResult(status -> {
      server.get(Campaigns.class).submit(campaign.id(), examples.author().actor());
      assertThat(examples.told(examples.approver(), NoticeKind.CAMPAIGN_WAITS)).isOne();
      status.setRollbackOnly();
    });

    assertThat(examples.told(examples.approver(), NoticeKind.CAMPAIGN_WAITS)).isZero();
  }

  @Test
  void aSchoolIsToldOfAScriptItsStationGetsNoLetterOf() {
    var unit = examples.office().school("Kim Đồng");
    var school = examples.account("hanh", unit, Role.SCHOOL);
    var item = examples.office().content();

    var station = examples.office().station(unit, null);
    examples.addToScript(station, item, -1);
    examples.addToScript(station, item, -1);
    examples.addToScript(examples.office().station(unit, "dai@truong.example.vn"), item, -2);

    assertThat(examples.letterTo(school).subject())
        .isEqualTo("Kịch bản phát thanh tuần 30/11–6/12: Bài");
    assertThat(examples.told(school, NoticeKind.SCRIPT_ARRIVED)).isOne();
  }
}

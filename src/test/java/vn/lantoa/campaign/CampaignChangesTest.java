package vn.lantoa.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentExamples;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// What becomes of a campaign between its two people: sent, taken back, changed, approved.
class CampaignChangesTest {

  private static TestServer server;

  private Department department;
  private Campaigns campaigns;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    department = Department.in(server);
    department.person(department.phone());
    campaigns = server.get(Campaigns.class);
  }

  @Test
  void asSoonAsApprovedIsTheMomentOfApproval() {
    department.approveContent();
    var campaign =
        department.submitted(department.wave(Timing.atApproval(Zones.VIETNAM), Channel.SMS));
    // Written in the evening, approved the next morning: long after any catch-up window.
    server.moveTo(server.now().plus(Duration.ofHours(15)));

    approve(campaign);
    server.get(Sweep.class).run();

    var runs = server.get(WaveRuns.class).of(campaign.id());
    assertThat(runs).extracting(WaveRuns.Run::status).containsExactly(WaveRuns.Status.RUNNING);
    assertThat(runs.getFirst().fireAt()).isCloseTo(server.now(), within(Duration.ofSeconds(20)));
  }

  @Test
  void whatIsNeverToCatchUpMayFireASecondLate() {
    var ten = department.tomorrow();
    department.approveContent();
    var wave = department.wave(Timing.once(ten, Zones.VIETNAM), Channel.SMS);
    var campaign =
        department.approved(
            new WaveDraft(
                wave.itemId(),
                wave.segment(),
                wave.channels(),
                wave.timing(),
                Duration.ZERO,
                wave.deadline()));

    server.moveTo(ten.plusSeconds(3).atZone(Zones.VIETNAM).toInstant());
    server.get(Sweep.class).run();

    assertThat(server.get(WaveRuns.class).of(campaign.id()))
        .extracting(WaveRuns.Run::status)
        .containsExactly(WaveRuns.Status.RUNNING);
  }

  @Test
  void aCampaignReachesNobodyBesideOrAboveItsUnit() {
    department.approveContent();
    var school = department.school("Trường Ở Dưới");
    var wide = department.draft(tomorrow());
    var narrow = new CampaignDraft(school.id(), "Vượt cấp", Purpose.NOTICE, wide.waves());

    assertRefused("campaign.wave-elsewhere", () -> campaigns.create(narrow, department.officer()));
    var draft = campaigns.create(wide, department.officer());
    assertRefused(
        "campaign.wave-elsewhere",
        () -> campaigns.change(draft.id(), narrow, department.officer()));
    // As one of before this rule may be.
    var submitted = campaigns.submit(draft.id(), department.officer());
    server
        .get(JdbcClient.class)
        .sql("update campaign set unit_id = :school where id = :id")
        .param("school", school.id())
        .param("id", submitted.id())
        .update();
    assertRefused("campaign.wave-elsewhere", () -> approve(submitted));
  }

  @Test
  void whoHandsItInDoesNotApproveIt() {
    department.approveContent();
    var draft = campaigns.create(department.draft(tomorrow()), department.officer());
    var submitted = campaigns.submit(draft.id(), department.approver());

    assertRefused("campaign.own", () -> approve(submitted));
    // Nor after taking it back, and another's handing it in again.
    campaigns.recall(submitted.id(), department.officer());
    campaigns.submit(submitted.id(), department.officer());
    assertRefused("campaign.own", () -> approve(submitted));
  }

  @Test
  void anApprovalIsForTheTextThatWasRead() {
    department.approveContent();
    var campaign = department.submitted(tomorrow());
    var seen = campaigns.read(campaign.id());
    department.rewriteContent();
    department.approveContent();

    assertRefused(
        "campaign.changed-meanwhile",
        () -> campaigns.approve(campaign.id(), seen, department.approver()));
    approve(campaign);

    assertThat(campaigns.get(campaign.id()).waves().getFirst().contentHash())
        .isEqualTo(department.content().current().hash());
  }

  @Test
  void nothingIsApprovedForAChannelTheItemHasNoWordsForAnyMore() {
    department.approveContent();
    var campaign = department.submitted(tomorrow());
    var without =
        ContentExamples.markdown(department.itemId())
            .replace("2027-12-31", "2099-12-31")
            .replaceFirst("(?s)## sms\n.*?(?=## email)", "");
    server
        .get(ContentLibrary.class)
        .take(department.itemId() + ".md", without, department.officer());
    department.approveContent();

    assertRefused("campaign.no-rendition", () -> approve(campaign));
  }

  @Test
  void whatWasSubmittedIsTakenBackAndNotApprovedMeanwhile() {
    department.approveContent();
    var campaign = department.submitted(tomorrow());
    var seen = campaigns.read(campaign.id());

    assertThat(campaigns.recall(campaign.id(), department.officer()).status())
        .isEqualTo(CampaignStatus.DRAFT);
    assertRefused(
        "campaign.changed-meanwhile",
        () -> campaigns.approve(campaign.id(), seen, department.approver()));
    assertRefused(
        "campaign.not-submitted", () -> campaigns.recall(campaign.id(), department.officer()));
  }

  @Test
  void anApprovedCampaignThatIsChangedSendsNothingBeforeItIsApprovedAgain() {
    var campaign = department.approved(tomorrow());
    var later = department.tomorrow().plusHours(3);

    var changed =
        campaigns.change(
            campaign.id(),
            department.draft(department.wave(Timing.once(later, Zones.VIETNAM), Channel.SMS)),
            department.officer());
    assertThat(changed.status()).isEqualTo(CampaignStatus.DRAFT);
    assertThat(changed.approver()).isNull();
    at(department.tomorrow().plusHours(1).atZone(Zones.VIETNAM).toInstant());
    assertThat(server.get(WaveRuns.class).of(campaign.id())).isEmpty();

    approve(campaigns.submit(campaign.id(), department.officer()));
    at(later.atZone(Zones.VIETNAM).toInstant());
    assertThat(server.get(WaveRuns.class).of(campaign.id())).hasSize(1);
  }

  @Test
  void whatHasBegunIsNeitherChangedNorDeleted() {
    var campaign = department.sent();

    assertRefused(
        "campaign.not-editable",
        () -> campaigns.change(campaign.id(), department.draft(tomorrow()), department.officer()));

    // Back to a draft by way of an edited text, it has still sent a part.
    var weekly = department.approved(department.wave(daily(), Channel.SMS));
    at(department.tomorrow().atZone(Zones.VIETNAM).toInstant());
    department.rewriteContent();
    department.approveContent();
    var back = campaigns.get(weekly.id());
    assertThat(back.status()).isEqualTo(CampaignStatus.SUBMITTED);
    campaigns.recall(back.id(), department.officer());
    assertRefused(
        "campaign.has-begun",
        () -> campaigns.change(back.id(), department.draft(tomorrow()), department.officer()));
    assertRefused("campaign.has-begun", () -> campaigns.delete(back.id(), department.officer()));
  }

  @Test
  void aDraftIsDeletedAndNothingElse() {
    department.content();
    var draft = campaigns.create(department.draft(tomorrow()), department.officer());
    var submitted = department.submitted(tomorrow());

    campaigns.delete(draft.id(), department.officer());

    assertThat(campaigns.find(draft.id())).isEmpty();
    assertRefused(
        "campaign.not-a-draft", () -> campaigns.delete(submitted.id(), department.officer()));
  }

  private WaveDraft tomorrow() {
    return department.wave(Timing.once(department.tomorrow(), Zones.VIETNAM), Channel.SMS);
  }

  private Timing daily() {
    return new Timing(
        department.tomorrow().truncatedTo(ChronoUnit.DAYS), Zones.VIETNAM, "0 0 10 * * *");
  }

  private void approve(Campaign campaign) {
    campaigns.approve(campaign.id(), campaigns.read(campaign.id()), department.approver());
  }

  private void at(Instant instant) {
    server.moveTo(instant.plusSeconds(2));
    server.get(Sweep.class).run();
  }

  private static org.assertj.core.data.TemporalUnitOffset within(Duration duration) {
    return org.assertj.core.api.Assertions.within(duration.toSeconds(), ChronoUnit.SECONDS);
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }
}

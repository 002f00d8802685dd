package vn.lantoa.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.CampaignPlan.PlannedMoment;
import vn.lantoa.campaign.CampaignPlan.Problem;
import vn.lantoa.campaign.CampaignPlan.Remark;
import vn.lantoa.campaign.ChannelPlan.SmsParts;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentExamples;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.delivery.Postponements;
import vn.lantoa.delivery.UnitQuotas;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// What an officer and an approver are told before anything leaves.
class CampaignPlanTest {

  private static TestServer server;

  private Department department;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Map.of(
                "lantoa.channels.sms.per-person-a-day",
                "1",
                "lantoa.prices",
                "config/prices.yaml"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// On a day whose holidays and school year are known, whatever day it is.
  @BeforeEach
  void open() {
    server.moveTo(Instant.parse("2026-12-01T02:00:00Z"));
    department = Department.in(server);
  }

  @Test
  void whomItReachesAndWhomItDoesNotAreTogetherAllOfThem() {
    var shared = department.phone();
    var blocked = department.phone();
    department.person("Mẹ", "phu-huynh", shared, "phiếu");
    department.person("Cha", "phu-huynh", shared, "phiếu");
    department.person("Không đồng ý", "phu-huynh", department.phone(), "");
    department.person("Bị chặn", "phu-huynh", blocked, "phiếu");
    person("Chỉ có thư", Channel.EMAIL, "thu@example.vn");
    server
        .get(Suppressions.class)
        .suppress(Channel.SMS, blocked, SuppressionReason.OPT_OUT, "", department.officer());

    var plan = plan(once(department.tomorrow()), Channel.SMS, Channel.EMAIL).waves().getFirst();

    assertThat(plan.people()).isEqualTo(5);
    var sms = plan.channels().get(Channel.SMS);
    assertThat(List.of(sms.messages(), sms.reached(), sms.withoutAddress(), sms.suppressed()))
        .containsExactly(1L, 2L, 1L, 2L);
    assertThat(plan.channels().values()).allMatch(channel -> everybody(channel) == plan.people());
  }

  @Test
  void anSmsIsCountedWithTheNamesOfThoseWhoGetIt() {
    write("## sms\n{{recipient.name}} " + "a".repeat(150));
    department.person("An", "phu-huynh", department.phone(), "phiếu");
    department.person("Nguyen Thi Thao", "phu-huynh", department.phone(), "phiếu");
    // Marks make the whole of it UCS-2.
    department.person("Ễ", "phu-huynh", department.phone(), "phiếu");

    var sms =
        plan(once(department.tomorrow()), Channel.SMS)
            .waves()
            .getFirst()
            .channels()
            .get(Channel.SMS);

    assertThat(sms.sms()).isEqualTo(new SmsParts(1 + 2 + 3, 1, 3));
    assertThat(sms.cost()).isEqualTo(OptionalLong.of(6 * 800));
    assertThat(sms.assumedPrice()).isTrue();
  }

  @Test
  void whoHasHadTheMessagesOfTheDayIsSaidToWait() {
    var phone = department.phone();
    department.person(phone);
    department.sent();
    awaitSent(phone);
    var later = LocalDateTime.ofInstant(server.now(), Zones.VIETNAM).plusHours(2);

    assertThat(sms(once(later)).waiting()).isEqualTo(1);
    assertThat(sms(once(later)).reached()).isZero();
    assertThat(sms(once(later.plusDays(1))).waiting()).isZero();
    assertThat(sms(once(later.plusDays(1))).reached()).isEqualTo(1);
  }

  @Test
  void whatTheLimitOfTheDayHoldsBackIsSaidWithItsReason() {
    var phone = department.phone();
    department.person(phone);
    department.sent();
    awaitSent(phone);
    var second =
        department.approved(department.wave(Timing.atApproval(Zones.VIETNAM), Channel.SMS));
    server.get(Sweep.class).run();

    var postponements = server.get(Postponements.class);
    eventually().until(() -> !postponements.of(second.id()).isEmpty());
    var tomorrow = LocalDate.ofInstant(server.now(), Zones.VIETNAM).plusDays(1);
    assertThat(postponements.of(second.id()))
        .singleElement()
        .satisfies(held -> {
          assertThat(held.isByDayLimit()).isTrue();
          assertThat(held.deliveries()).isEqualTo(1);
          assertThat(held.until().atZone(Zones.VIETNAM).toLocalDate()).isEqualTo(tomorrow);
        });
    assertThat(postponements.within(department.unit().id()))
        .isEqualTo(postponements.of(second.id()));
  }

  @Test
  void everyShownMomentIsHeldAgainstTheValidityOfTheText() {
    department.person(department.phone());
    write("## sms\nTin");

    var plan =
        plan(
            new Timing(LocalDateTime.of(2027, 1, 1, 0, 0), Zones.VIETNAM, "0 0 8 10 10 *"),
            Channel.SMS);

    assertThat(plan.isReady()).isTrue();
    assertThat(plan.problems())
        .contains(
            new Problem(
                1,
                false,
                "content-runs-out",
                List.of(
                    "Đăng nhập bằng VNeID",
                    LocalDate.of(2027, 12, 31),
                    LocalDate.of(2028, 10, 10))));
    assertThat(plan.waves().getFirst().moments())
        .extracting(moment -> says(moment, "content-not-valid"))
        .containsExactly(false, true, true, true, true);
  }

  @Test
  void holidaysAndQuietHoursAreSaidOfEveryShownMoment() {
    department.person(department.phone());

    var moments =
        plan(
                new Timing(LocalDateTime.of(2027, 8, 30, 0, 0), Zones.VIETNAM, "0 0 23 * * *"),
                Channel.SMS)
            .waves()
            .getFirst()
            .moments();

    assertThat(moments).hasSize(5).allMatch(moment -> says(moment, "quiet-hours"));
    assertThat(moments)
        .extracting(moment -> says(moment, "holiday"))
        .containsExactly(false, false, false, true, false);
  }

  @Test
  void aWaveThatComesMoreOftenThanHourlyIsNotSent() {
    department.person(department.phone());
    var start = LocalDateTime.of(2027, 3, 8, 0, 0);

    var often = plan(new Timing(start, Zones.VIETNAM, "* * * * * *"), Channel.SMS);
    var hourly = plan(new Timing(start, Zones.VIETNAM, "0 0 8-16 * * *"), Channel.SMS);

    assertThat(often.problems()).contains(new Problem(1, true, "too-often", List.of()));
    assertThat(often.isReady()).isFalse();
    assertThat(hourly.problems()).noneMatch(problem -> problem.key().equals("too-often"));
  }

  @Test
  void whatIsBeyondTheQuotaOfTheUnitIsSaid() {
    department.people(3);
    var quotas = server.get(UnitQuotas.class);
    quotas.set(department.unit().id(), Channel.SMS, OptionalInt.of(2), Actor.SYSTEM);

    var plan = plan(once(department.tomorrow()), Channel.SMS);

    assertThat(plan.problems())
        .contains(new Problem(1, false, "over-quota", List.of("sms", 3L, 2L)));
  }

  @Test
  void aScriptForSchoolsThatAreClosedIsRemarked() {
    department.station(department.school("Trường"), "truong@example.vn");

    var summer = plan(once(LocalDateTime.of(2027, 7, 15, 7, 15)), Channel.RADIO).waves().getFirst();
    var tet = plan(once(LocalDateTime.of(2027, 2, 8, 7, 15)), Channel.RADIO).waves().getFirst();
    var term = plan(once(LocalDateTime.of(2027, 3, 8, 7, 15)), Channel.RADIO).waves().getFirst();

    assertThat(summer.moments().getFirst().remarks())
        .containsExactly(new Remark("school-summer", List.of(LocalDate.of(2027, 9, 4))));
    assertThat(tet.moments().getFirst().remarks()).extracting(Remark::key).contains("school-break");
    assertThat(term.moments().getFirst().remarks()).isEmpty();
    // The letter goes along with the script and is no e-mail to people.
    assertThat(term.channels()).containsOnlyKeys(Channel.RADIO);
    assertThat(term.channels().get(Channel.RADIO).letters()).isEqualTo(1);
  }

  private static void awaitSent(String phone) {
    var sent =
        server
            .get(JdbcClient.class)
            .sql("select count(*) from address_day where address = ?")
            .param(phone)
            .query(Long.class);
    eventually().until(() -> sent.single() == 1);
  }

  private static long everybody(ChannelPlan channel) {
    return channel.reached() + channel.withoutAddress() + channel.suppressed() + channel.waiting();
  }

  private static boolean says(PlannedMoment moment, String key) {
    return moment.remarks().stream().anyMatch(remark -> remark.key().equals(key));
  }

  @Test
  void aChannelCarriesOnlyWhatWasWrittenForIt() {
    var whole = ContentExamples.markdown(department.itemId());
    server
        .get(ContentLibrary.class)
        .take(
            department.itemId() + ".md",
            whole.substring(0, whole.indexOf("## email")),
            department.officer());
    var wave = department.wave(once(department.tomorrow()), Channel.SMS, Channel.EMAIL);

    var plan = server.get(Campaigns.class).plan(department.draft(wave));

    assertThat(plan.problems())
        .filteredOn(problem -> problem.key().equals("no-rendition"))
        .containsExactly(
            new Problem(1, true, "no-rendition", List.of("Đăng nhập bằng VNeID", Channel.EMAIL)));
  }

  private ChannelPlan sms(Timing timing) {
    return plan(timing, Channel.SMS).waves().getFirst().channels().get(Channel.SMS);
  }

  private CampaignPlan plan(Timing timing, Channel... channels) {
    department.content();
    WaveDraft wave = department.wave(timing, channels);
    return server.get(Campaigns.class).plan(department.draft(wave));
  }

  private static Timing once(LocalDateTime at) {
    return Timing.once(at, Zones.VIETNAM);
  }

  /// The department's item with this for its only rendition, valid to the end of 2027.
  private void write(String sms) {
    var head = ContentExamples.markdown(department.itemId());
    server
        .get(ContentLibrary.class)
        .take(
            department.itemId() + ".md",
            head.replaceFirst("(?s)## sms\n.*?\n## email", sms.replace("$", "\\$") + "\n## email"),
            department.officer());
  }

  private void person(String name, Channel channel, String address) {
    server
        .get(Recipients.class)
        .put(
            new NewRecipient(
                department.unit().id(), name, "phu-huynh", name, Map.of(channel, address), "phiếu"),
            department.officer());
  }
}

package vn.lantoa.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Messages;
import vn.lantoa.common.Zones;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// Whatever holds or stops a sending is known by a name, and said in both languages.
class WaitsTest {

  private TestServer server;
  private Department department;

  @BeforeEach
  void start() {
    server = TestServer.start(Map.of("lantoa.channels.sms.per-person-a-day", "1"));
    department = Department.in(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void namesWhatWaitsAndNothingElse() {
    department.person("+84309990001");
    assertThat(said()).isEmpty();

    var ten = department.tomorrow();
    var submitted = department.submitted(wave(ten));
    assertThat(said()).containsExactly("campaigns-submitted");
    department.approveContent();
    var campaigns = server.get(Campaigns.class);
    var campaign =
        campaigns.approve(submitted.id(), campaigns.read(submitted.id()), department.approver());
    assertThat(said()).isEmpty();

    fire(ten, campaign);
    second(ten.plusHours(1));
    // The only person has had the one message of the day.
    assertThat(said()).containsExactly("tried-later");

    // On the same day: a day after it was fired it expires.
    server.moveTo(at(ten.withHour(23)));
    assertThat(said()).containsExactly("after-hours");
  }

  private void second(LocalDateTime at) {
    department.approved(wave(at));
    server.moveTo(at(at.plusSeconds(1)));
    server.get(Sweep.class).run();
    eventually()
        .until(() ->
            server
                    .get(JdbcClient.class)
                    .sql(
                        "select count(*) from queue where state = 'PENDING' and not_before > lantoa_now()")
                    .query(Long.class)
                    .single()
                == 1);
  }

  private void fire(LocalDateTime at, Campaign campaign) {
    server.moveTo(at(at.plusSeconds(1)));
    server.get(Sweep.class).run();
    eventually().until(() -> server.get(Campaigns.class).get(campaign.id()).status().isOver());
  }

  @Test
  void namesAPauseAMissedWaveAndARest() {
    department.person("+84309990002");
    var ten = department.tomorrow();
    var paused = department.approved(wave(ten.plusDays(5)));
    server.get(Campaigns.class).pause(paused.id(), "chờ ý kiến", department.officer());
    assertThat(said()).containsExactly("campaign-paused");

    department.approved(wave(ten));
    server.moveTo(at(ten.plusHours(7)));
    server.get(Sweep.class).run();
    assertThat(said()).containsExactlyInAnyOrder("campaign-paused", "wave-missed");

    server
        .get(JdbcClient.class)
        .sql(
            "update provider_account set rests_until = lantoa_now() + interval '5 min' where channel = 'sms'")
        .update();
    assertThat(said()).containsExactlyInAnyOrder("campaign-paused", "wave-missed", "account-rests");
  }

  private List<String> said() {
    var waits = server.get(Watch.class).waits();
    for (var language : List.of("vi", "en")) {
      var words = new AlarmWords(Messages.source(), Locale.of(language), Channel::key);
      assertThat(waits)
          .allSatisfy(alarm -> {
            assertThat(words.what(alarm)).doesNotContain("{", "alarm.", "@").doesNotEndWith(":");
            assertThat(words.remedy(alarm)).doesNotContain("{", "alarm.").endsWith(".");
          });
    }
    return waits.stream().map(Alarm::key).toList();
  }

  private vn.lantoa.campaign.CampaignDraft.WaveDraft wave(LocalDateTime at) {
    return department.wave(Timing.once(at, Zones.VIETNAM), Channel.SMS);
  }

  private static java.time.Instant at(LocalDateTime time) {
    return time.atZone(Zones.VIETNAM).toInstant();
  }
}

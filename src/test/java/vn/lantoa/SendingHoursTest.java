package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.report.Funnel;
import vn.lantoa.report.Funnels;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// A wave that begins at an allowed hour and has not ended when the quiet hours come.
class SendingHoursTest {

  private static final int PEOPLE = 40;

  @Test
  void whatIsLeftWhenTheQuietHoursComeWaitsForTheMorning() {
    try (var server = TestServer.start(Map.of())) {
      var department = Department.in(server);
      for (int i = 0; i < PEOPLE; i++) {
        department.person(department.phone());
      }
      var evening = department.tomorrow().withHour(20);
      var campaign =
          department.approved(department.wave(Timing.once(evening, Zones.VIETNAM), Channel.SMS));
      var pauses = server.get(ChannelPauses.class);
      pauses.pause(Channel.SMS, "thử", Actor.SYSTEM);
      server.moveTo(at(evening.plusSeconds(1)));
      server.get(Sweep.class).run();
      eventually().until(() -> funnel(server, campaign.id()).open() == PEOPLE);

      server.moveTo(at(evening.withHour(22)));
      pauses.resume(Channel.SMS, Actor.SYSTEM);

      var morning = at(evening.plusDays(1).withHour(7));
      eventually().until(() -> waitingUntil(server, morning) == PEOPLE);
      assertThat(server.get(SandboxInbox.class).counts()).doesNotContainKey(Channel.SMS);

      server.moveTo(morning);
      eventually().until(() -> funnel(server, campaign.id()).open() == 0);
      assertThat(funnel(server, campaign.id()).sent()).isEqualTo(PEOPLE);
      assertThat(server.get(SandboxInbox.class).counts()).containsEntry(Channel.SMS, (long) PEOPLE);
    }
  }

  private static Funnel funnel(TestServer server, long campaign) {
    return server.get(Funnels.class).ofCampaign(campaign).getOrDefault(Channel.SMS, Funnel.EMPTY);
  }

  private static long waitingUntil(TestServer server, Instant moment) {
    return server
        .get(JdbcClient.class)
        .sql(
            "select count(*) from queue where channel = 'sms' and state = 'PENDING' and not_before = :moment and attempts = 0")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private static Instant at(LocalDateTime time) {
    return time.atZone(Zones.VIETNAM).toInstant();
  }
}

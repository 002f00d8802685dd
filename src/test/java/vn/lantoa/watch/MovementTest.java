package vn.lantoa.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.Outcomes;
import vn.lantoa.delivery.Outcomes.Receipt;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// What does not move, though it should.
class MovementTest {

  private static final int PEOPLE = 12;

  private TestServer server;
  private Movement movement;
  private JdbcClient jdbc;
  private Department department;
  private Campaign campaign;
  private Instant begin;

  @BeforeEach
  void planASending() {
    server = TestServer.start(Map.of());
    movement = server.get(Movement.class);
    jdbc = server.get(JdbcClient.class);
    department = Department.in(server);
    department.people(PEOPLE);
    var ten = department.tomorrow();
    campaign = department.approved(department.wave(Timing.once(ten, Zones.VIETNAM), Channel.SMS));
    begin = ten.atZone(Zones.VIETNAM).toInstant();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aCampaignStandsStillWhenNothingOfItEndsForFiveMinutes() {
    rest("lantoa_now() + interval '10 days'");
    fire();
    assertThat(stalled(Duration.ofMinutes(1))).isFalse();
    assertThat(stalled(Duration.ofMinutes(5))).isFalse();
    assertThat(stalled(Duration.ofMinutes(7))).isTrue();

    rest("null");
    eventually().until(() -> sent() == PEOPLE);
    assertThat(stalled(Duration.ofMinutes(8))).isFalse();
  }

  @Test
  void oneThatMovesHidesNoneOfTheSameName() {
    var campaigns = server.get(Campaigns.class);
    department.person(department.phone());
    var other =
        department.approved(
            department.wave(Timing.once(department.tomorrow(), Zones.VIETNAM), Channel.SMS));
    assertThat(other.name()).isEqualTo(campaign.name());
    rest("lantoa_now() + interval '10 days'");
    fire();
    look(Duration.ofMinutes(1));
    look(Duration.ofMinutes(7));
    assertThat(movement.stalled()).containsExactly(other.name(), other.name());

    campaigns.pause(other.id(), "chờ ý kiến", department.officer());
    look(Duration.ofMinutes(8));
    assertThat(movement.stalled()).containsExactly(campaign.name());
  }

  @Test
  void onePausedByAPersonDoesNotStandStill() {
    rest("lantoa_now() + interval '10 days'");
    fire();
    server.get(Campaigns.class).pause(campaign.id(), "chờ ý kiến", department.officer());
    assertThat(stalled(Duration.ofMinutes(1))).isFalse();
    assertThat(stalled(Duration.ofMinutes(20))).isFalse();
  }

  @Test
  void receiptsOfTextMessagesAreMissedAfterHalfAnHour() {
    fire();
    eventually().until(() -> sent() == PEOPLE);
    look(Duration.ofMinutes(1));
    look(Duration.ofMinutes(30));
    assertThat(movement.silentSince()).isEmpty();
    look(Duration.ofMinutes(32));
    assertThat(movement.silentSince().orElseThrow())
        .isBetween(begin.plusSeconds(60), begin.plusSeconds(90));

    long one = jdbc.sql("select min(id) from delivery").query(Long.class).single();
    server.get(Outcomes.class).receipt(one, new Receipt(DeliveryStatus.DELIVERED, "", ""));
    look(Duration.ofMinutes(33));
    assertThat(movement.silentSince()).isEmpty();
  }

  private void rest(String until) {
    jdbc.sql("update provider_account set rests_until = " + until + " where channel = 'sms'")
        .update();
  }

  private void fire() {
    server.moveTo(begin.plusSeconds(1));
    server.get(Sweep.class).run();
  }

  private boolean stalled(Duration after) {
    look(after);
    return movement.stalled().contains(campaign.name());
  }

  private void look(Duration after) {
    server.moveTo(begin.plus(after));
    movement.look();
  }

  private long sent() {
    return jdbc.sql("select count(*) from delivery where status = 'SENT'")
        .query(Long.class)
        .single();
  }
}

package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Actor;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.report.Funnel;
import vn.lantoa.report.Funnels;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// Names no text can be made for.
class PoisonTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Map.of(
                "lantoa.channels.sms.per-second",
                "50",
                "lantoa.channels.sms.per-person-a-day",
                "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void oneBadNameCostsOneDelivery() {
    var department = people(60);
    poison(department, 1, "repeat('x', 5000)");
    // Strange, and quite all right: decomposed marks, an emoji, right to left.
    rename(department, 2, "U&'Nguye\\0302\\0303n Thi\\0323 Tha\\0309o \\+01F600 \\05D0'");

    var campaign = department.sent();

    eventually().until(() -> status(campaign) == CampaignStatus.FINISHED);
    var funnel = funnel(campaign);
    assertThat(funnel.failed()).isEqualTo(1);
    assertThat(funnel.sent() + funnel.delivered()).isEqualTo(59);
  }

  @Test
  void moreThanFivePercentPauseTheCampaignAndSayWhy() {
    // So many that the last is not reached before the campaign stands still.
    var department = people(1_000);
    for (int i = 1; i <= 20; i++) {
      poison(department, i, "'tên' || chr(7) || 'lỗi'");
    }

    var campaign = department.sent();

    eventually().until(() -> status(campaign) == CampaignStatus.PAUSED);
    assertThat(server.get(Campaigns.class).get(campaign.id()).note()).isEqualTo("@render-failures");
    assertThat(funnel(campaign).open()).isPositive();
    assertThat(server.get(AuditTrail.class).of("campaign:" + campaign.id(), 1))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.actor()).isEqualTo(Actor.SYSTEM.name());
          assertThat(entry.action()).isEqualTo("campaign.pause");
          assertThat(entry.detail()).isEqualTo("@render-failures");
        });
  }

  @Test
  void whatIsSentAgainIsNoShareOfTheMessages() {
    var department = people(40);
    poison(department, 1, "repeat('x', 5000)");
    poison(department, 2, "repeat('y', 5000)");
    var campaign = department.sent();
    eventually().until(() -> status(campaign) == CampaignStatus.FINISHED);
    var jdbc = server.get(JdbcClient.class);
    long failed =
        jdbc.sql("select min(id) from delivery where campaign_id = :id and status = 'FAILED'")
            .param("id", campaign.id())
            .query(Long.class)
            .single();

    server.get(Redelivery.class).resend(List.of(failed), department.officer());

    eventually().until(() -> server.get(Deliveries.class).attempts(failed).size() == 2);
    assertThat(status(campaign)).isNotEqualTo(CampaignStatus.PAUSED);
    eventually().until(() -> status(campaign) == CampaignStatus.FINISHED);
  }

  private static Department people(int count) {
    var department = Department.in(server);
    department.people(count);
    // The text greets by name, so that it depends on it.
    var library = server.get(ContentLibrary.class);
    department.content();
    library.take(
        department.itemId() + ".md",
        vn.lantoa.content.ContentExamples.markdown(department.itemId())
            .replace("2026-01-01/2027-12-31", "2026-01-01/2099-12-31")
            .replace("{{unit.name}}: đăng", "{{recipient.name}}: đăng"),
        department.officer());
    return department;
  }

  private static void poison(Department department, int nth, String expression) {
    rename(department, nth, expression);
  }

  private static void rename(Department department, int nth, String expression) {
    server
        .get(JdbcClient.class)
        .sql(
            "update recipient set name = "
                + expression
                + " where id = (select id from recipient where unit_id = "
                + department.unit().id()
                + " order by id offset "
                + (nth - 1)
                + " limit 1)")
        .update();
  }

  private static CampaignStatus status(Campaign campaign) {
    return server.get(Campaigns.class).get(campaign.id()).status();
  }

  private static Funnel funnel(Campaign campaign) {
    return server.get(Funnels.class).ofCampaign(campaign.id()).values().stream()
        .reduce(Funnel.EMPTY, Funnel::plus);
  }
}

package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.testing.Eventually.eventually;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Timing;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.delivery.Outcomes.Settlement;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// What was taken out of the library goes to nobody any more, also not what was on its way.
class WithdrawnTextTest {

  private TestServer server;
  private Department department;
  private JdbcClient jdbc;
  private Campaigns campaigns;
  private ContentLibrary library;

  @BeforeEach
  void start() {
    server = TestServer.start(Map.of());
    department = Department.in(server);
    jdbc = server.get(JdbcClient.class);
    campaigns = server.get(Campaigns.class);
    library = server.get(ContentLibrary.class);
    department.person(department.phone());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatWaitsStopsUntilItsTextIsApprovedAgain() {
    long id = waiting().id();

    withdraw();

    var stopped = campaigns.get(id);
    assertThat(stopped.status()).isEqualTo(CampaignStatus.PAUSED);
    assertThat(stopped.note()).isEqualTo("@content-withdrawn");
    assertThat(stopped.stoppedBy()).isNull();
    assertThat(server.get(AuditTrail.class).of("campaign:" + id, 10))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.action()).isEqualTo("campaign.pause");
          assertThat(entry.actor()).isEqualTo(Actor.SYSTEM.name());
          assertThat(entry.detail()).isEqualTo("@content-withdrawn");
        });
    server.get(ChannelPauses.class).resume(Channel.SMS, department.officer());
    resumeIsRefused(id);

    bringBack();
    resumeIsRefused(id);
    department.approveContent();
    campaigns.resume(id, campaigns.get(id).version(), department.officer());

    eventually().untilAsserted(() -> assertThat(status()).isEqualTo("SENT"));
    assertThat(server.get(SandboxInbox.class).counts()).containsEntry(Channel.SMS, 1L);
  }

  @Test
  void anotherTextOfTheItemLetsTheOldOneNotGo() {
    long id = waiting().id();
    withdraw();

    department.rewriteContent();
    department.approveContent();

    resumeIsRefused(id);
  }

  @Test
  void noApprovalOfTheCampaignLetsItGo() {
    long id = waiting().id();
    withdraw();

    jdbc.sql("update campaign set status = 'SUBMITTED'").update();

    assertThatThrownBy(() -> campaigns.approve(id, campaigns.read(id), department.approver()))
        .hasMessageContaining("campaign.content-withdrawn");
  }

  @Test
  void whatAPersonPausedStaysHisAndWaitsForTheTextToo() {
    long id = waiting().id();
    campaigns.pause(id, "Sai tên", department.approver());

    withdraw();

    assertThat(campaigns.get(id).stoppedBy()).isEqualTo(department.approver().accountId());
    resumeIsRefused(id);
  }

  @Test
  void noFailureIsSentAgain() {
    long delivery = ended("FAILED");
    var redelivery = server.get(Redelivery.class);
    withdraw();

    assertThat(redelivery.resendable(List.of(delivery))).isZero();
    assertThatThrownBy(() -> redelivery.resend(List.of(delivery), department.officer()))
        .hasMessageContaining("delivery.text-withdrawn");

    bringBack();
    department.approveContent();
    assertThat(redelivery.resend(List.of(delivery), department.officer())).isEqualTo(1);
  }

  @Test
  void nothingUncertainIsSentAgain() {
    long delivery = ended("UNCERTAIN");
    var outcomes = server.get(Outcomes.class);
    withdraw();

    assertThatThrownBy(() -> outcomes.settle(delivery, Settlement.SEND_AGAIN, department.officer()))
        .hasMessageContaining("delivery.text-withdrawn");

    outcomes.settle(delivery, Settlement.WAS_SENT, department.officer());
    assertThat(status()).isEqualTo("SENT");
  }

  @Test
  void whatIsJustBeingBegunStopsToo() throws Exception {
    server.get(ChannelPauses.class).pause(Channel.SMS, "Bảo trì", department.officer());
    var campaign =
        department.approved(
            department.wave(Timing.once(department.tomorrow(), Zones.VIETNAM), Channel.SMS));
    var withdrawing = new Thread(this::withdraw);

    server
        .get(TransactionTemplate.class)
        .executeWithoutResult(_ -> {
          department.fire(campaign);
          withdrawing.start();
          eventually()
              .until(() ->
                  jdbc.sql("select exists (select from pg_locks where not granted)")
                      .query(Boolean.class)
                      .single());
        });
    withdrawing.join();

    assertThat(status()).isEqualTo("PENDING");
    assertThat(campaigns.get(campaign.id()).status()).isEqualTo(CampaignStatus.PAUSED);
  }

  /// Begun, with everything in the queue, as its channel stands still.
  private Campaign waiting() {
    server.get(ChannelPauses.class).pause(Channel.SMS, "Bảo trì", department.officer());
    var campaign = department.sent();
    assertThat(status()).isEqualTo("PENDING");
    return campaign;
  }

  private long ended(String status) {
    department.sent();
    eventually()
        .until(() -> jdbc.sql("select count(*) from queue").query(Long.class).single() == 0);
    return jdbc.sql("update delivery set status = ? returning id")
        .param(status)
        .query(Long.class)
        .single();
  }

  private void withdraw() {
    library.withdraw(department.itemId(), department.officer());
  }

  private void bringBack() {
    var text = library.get(department.itemId()).current().markdown();
    library.take(department.itemId() + ".md", text, department.officer());
  }

  private void resumeIsRefused(long id) {
    assertThatThrownBy(
            () -> campaigns.resume(id, campaigns.get(id).version(), department.officer()))
        .hasMessageContaining("campaign.content-withdrawn");
  }

  private String status() {
    return jdbc.sql("select status from delivery_now").query(String.class).single();
  }
}

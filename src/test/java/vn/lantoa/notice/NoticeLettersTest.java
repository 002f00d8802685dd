package vn.lantoa.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.delivery.Deliveries;
import vn.lantoa.delivery.DeliveryStatus;
import vn.lantoa.delivery.Outcomes;
import vn.lantoa.delivery.Outcomes.Receipt;
import vn.lantoa.delivery.Redelivery;
import vn.lantoa.report.Funnels;
import vn.lantoa.testing.TestServer;

/// Letters to accounts in the ledger: like any other there, and counted nowhere else.
class NoticeLettersTest {

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
  void theSameIsToldOnceHoweverOftenItIsDone() throws InterruptedException {
    var campaign = examples.draft(examples.author().actor());
    var campaigns = server.get(Campaigns.class);
    var submitted = new AtomicInteger();
    Runnable submit =
        () -> {
          try {
            campaigns.submit(campaign.id(), examples.author().actor());
            submitted.incrementAndGet();
          } catch (Refusal _) {
            // Somebody was faster.
          }
        };
    var tries = Stream.generate(() -> Thread.ofVirtual().start(submit)).limit(4).toList();
    for (var one : tries) {
      one.join();
    }

    assertThat(submitted).hasValue(1);
    examples.letterTo(examples.approver());
    assertThat(examples.told(examples.approver(), NoticeKind.CAMPAIGN_WAITS)).isOne();
    assertThat(examples.ledger()).hasSize(1);
  }

  @Test
  void isNoMatterOfConsentAndCountsNowhere() {
    examples.suppress(SuppressionReason.OPT_OUT);

    examples.submit();

    examples.letterTo(examples.approver());
    eventually().until(() -> examples.ledger().getFirst().status() == DeliveryStatus.SENT);
    var row = examples.ledger().getFirst();
    assertThat(row.isNotice()).isTrue();
    assertThat(server.get(Deliveries.class).message(row.id()).orElseThrow().subject())
        .contains("chờ phê duyệt");
    var today = LocalDate.ofInstant(server.now(), Zones.VIETNAM);
    assertThat(server.get(Funnels.class).ofDay(examples.office().unit().id(), today)).isEmpty();
    var campaigns = server.get(Campaigns.class);
    assertThat(campaigns.find(row.campaignId())).isEmpty();
    assertThat(campaigns.within(examples.office().unit().id(), Set.of(), 0, 10)).hasSize(1);
    assertThat(campaigns.countByStatus(examples.office().unit().id()))
        .containsOnlyKeys(CampaignStatus.SUBMITTED);
  }

  /// Its run ends like any other, and what it belongs to goes on.
  @Test
  void manyTimesOverItGoesOnBeingSent() {
    var campaigns = server.get(Campaigns.class);
    var campaign = examples.submit();
    for (int i = 1; i <= 3; i++) {
      int sent = i;
      eventually().until(() -> examples.letters(examples.approver()).size() == sent);
      eventually()
          .until(
              () -> examples.count("select count(*) from wave_run where status = 'RUNNING'") == 0);
      campaigns.recall(campaign.id(), examples.author().actor());
      campaigns.submit(campaign.id(), examples.author().actor());
    }
    eventually().until(() -> examples.letters(examples.approver()).size() == 4);
  }

  /// A node of an older version, still up beside this one, ends campaigns that have nothing to
  /// come.
  @Test
  void goesOnAfterSomebodyEndedWhatItBelongsTo() {
    var campaigns = server.get(Campaigns.class);
    var campaign = examples.submit();
    examples.letterTo(examples.approver());
    server
        .get(JdbcClient.class)
        .sql("update campaign set status = 'FINISHED' where kind = 'NOTICES'")
        .update();

    campaigns.recall(campaign.id(), examples.author().actor());
    campaigns.submit(campaign.id(), examples.author().actor());

    eventually().until(() -> examples.letters(examples.approver()).size() == 2);
  }

  @Test
  void aDeadAddressIsWrittenToNoMore() {
    examples.suppress(SuppressionReason.HARD_BOUNCE);

    examples.submit();

    eventually().until(() -> !examples.ledger().isEmpty());
    assertThat(examples.ledger().getFirst().status()).isEqualTo(DeliveryStatus.SUPPRESSED);
    assertThat(examples.ledger().getFirst().reason()).isEqualTo("@suppressed.HARD_BOUNCE");
  }

  @Test
  void anAddressThatDiedMeanwhileIsWrittenToNoMore() {
    var pauses = server.get(ChannelPauses.class);
    pauses.pause(Channel.EMAIL, "thử", examples.author().actor());
    try {
      examples.submit();
      eventually().until(() -> !examples.ledger().isEmpty());
      assertThat(examples.ledger().getFirst().status()).isEqualTo(DeliveryStatus.PENDING);
      examples.suppress(SuppressionReason.HARD_BOUNCE);
    } finally {
      pauses.resume(Channel.EMAIL, examples.author().actor());
    }

    eventually().until(() -> examples.ledger().getFirst().status() == DeliveryStatus.SUPPRESSED);
    assertThat(examples.ledger().getFirst().reason()).isEqualTo("@suppressed.HARD_BOUNCE");
    assertThat(examples.letters(examples.approver())).isEmpty();
  }

  @Test
  void anAddressThatDiedIsNotWrittenToAgainEither() {
    examples.submit();
    examples.letterTo(examples.approver());
    eventually().until(() -> examples.ledger().getFirst().status() == DeliveryStatus.SENT);
    var letter = examples.ledger().getFirst().id();
    server
        .get(Outcomes.class)
        .receipt(letter, new Receipt(DeliveryStatus.UNDELIVERED, "no-such-address", ""));
    examples.suppress(SuppressionReason.HARD_BOUNCE);

    server.get(Redelivery.class).resend(List.of(letter), examples.author().actor());

    eventually().until(() -> examples.ledger().getFirst().status() == DeliveryStatus.SUPPRESSED);
    assertThat(examples.letters(examples.approver())).hasSize(1);
  }

  @Test
  void isFoundInTheLedgerByTheNameOfWhomItWasWrittenTo() {
    examples.submit();
    examples.letterTo(examples.approver());

    assertThat(
            server
                .get(Deliveries.class)
                .search(
                    new Deliveries.Filter(
                        examples.office().unit().id(),
                        null,
                        null,
                        null,
                        examples.approver().name()),
                    null,
                    10))
        .hasSize(1);
  }
}

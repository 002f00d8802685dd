package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;

/// What waits goes only to who is reached there still when it leaves.
class StillReachedTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create());

  @BeforeEach
  void setUp() {
    LedgerExamples.runningCampaign(jdbc, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update recipient set removed_at = now() where name = 'Người 1'",
        "delete from recipient where name = 'Người 1'",
        "update contact_point set address = '+84987654321' where address = '+84300000001'",
        "update contact_point set consent_at = null, promotion_at = null where address = '+84300000001'",
      })
  void whoHasGoneMeanwhileGetsNothing(String change) {
    var claimed = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 2, Duration.ofSeconds(60));
    jdbc.sql(change).update();

    assertThat(LedgerExamples.mark(jdbc, "here", claimed)).containsExactly(false, true);
    assertThat(ends()).containsExactly("SUPPRESSED @no-longer", "PENDING ");
  }

  /// A family's telephone: one of them is written to in the name of all.
  @Test
  void whoSharesTheAddressIsStillReached() {
    jdbc.sql(
            """
            insert into contact_point (recipient_id, channel, address, consent_at, consent_source)
            select id, 'sms', '+84300000001', now(), 'Phiếu' from recipient where name = 'Người 2'
            on conflict (recipient_id, channel) do update set address = excluded.address
            """)
        .update();
    jdbc.sql("update recipient set removed_at = now() where name = 'Người 1'").update();

    var claimed = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 1, Duration.ofSeconds(60));

    assertThat(LedgerExamples.mark(jdbc, "here", claimed)).containsExactly(true);
  }

  /// He agreed to notices and no longer to publicity.
  @Test
  void anAgreementCountsForWhatItWasGiven() {
    jdbc.sql("update campaign set purpose = 'PROMO'").update();
    jdbc.sql("update contact_point set promotion_at = null where address = '+84300000001'")
        .update();
    var claimed = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 2, Duration.ofSeconds(60));

    assertThat(LedgerExamples.mark(jdbc, "here", claimed)).containsExactly(false, true);
  }

  private List<String> ends() {
    return jdbc.sql("select status || ' ' || coalesce(reason, '') from delivery order by id")
        .query(String.class)
        .list();
  }
}

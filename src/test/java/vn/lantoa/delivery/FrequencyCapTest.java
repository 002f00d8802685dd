package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings;
import vn.lantoa.common.ChannelSettings.OnUncertain;
import vn.lantoa.common.Channels;
import vn.lantoa.database.TestDatabase;

class FrequencyCapTest {

  private JdbcClient jdbc;
  private FrequencyCap here;
  private FrequencyCap there;

  @BeforeEach
  void fill() {
    jdbc = JdbcClient.create(TestDatabase.create());
    LedgerExamples.runningCampaign(jdbc, 3);
    // One person under three names.
    jdbc.sql("update delivery set address = '+84300000001'").update();
    here = cap(2);
    there = cap(2);
  }

  @Test
  void nobodyGetsMoreThanTheDayAllowsWhicheverNodeSends() {
    var claimed = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 3, Duration.ofMinutes(1));

    assertThat(here.beyond(claimed.subList(0, 1))).isEmpty();
    assertThat(there.beyond(claimed.subList(1, 2))).isEmpty();
    assertThat(here.beyond(claimed.subList(2, 3))).containsExactly(claimed.get(2).id());

    assertThat(
            jdbc.sql(
                    "select state from queue where not_before > lantoa_now() and delivery_id = :id")
                .param("id", claimed.get(2).id())
                .query(String.class)
                .single())
        .isEqualTo("PENDING");
  }

  @Test
  void whatWasOnTheWireBeforeIsNotCountedAgain() {
    var claimed = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 1, Duration.ofMinutes(1));
    here.beyond(claimed);
    jdbc.sql("update queue set wire_at = lantoa_now()").update();

    assertThat(here.beyond(claimed)).isEmpty();

    assertThat(jdbc.sql("select n from address_day").query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void withoutALimitNothingIsCounted() {
    var claimed = LedgerExamples.queue(jdbc, "here").claim(Channel.SMS, 3, Duration.ofMinutes(1));

    assertThat(cap(0).beyond(claimed)).isEmpty();

    assertThat(jdbc.sql("select n from address_day").query(Integer.class).list()).isEmpty();
  }

  private FrequencyCap cap(int perDay) {
    var sms =
        new ChannelSettings(
            "",
            ChannelSettings.Target.PERSON,
            "sms",
            true,
            10,
            4,
            Duration.ofSeconds(60),
            3,
            OnUncertain.HOLD,
            perDay);
    return new FrequencyCap(
        jdbc,
        LedgerExamples.queue(jdbc, "here"),
        new Channels(Map.of("sms", sms)),
        new AnyHour(),
        InstantSource.system());
  }
}

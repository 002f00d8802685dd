package vn.lantoa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Channel;
import vn.lantoa.report.Funnel;
import vn.lantoa.watch.Alarm;

/// How long is waited for what, so that nobody waits for what cannot come.
class StandstillTest {

  private long now;
  private final Standstill standstill = new Standstill(() -> now);

  @Test
  void waitsSecondsWhenEverythingIsHeld() {
    assertThat(after(Duration.ZERO, open(Channel.SMS), alarm("held"))).isEqualTo("goes on");
    assertThat(after(Duration.ofSeconds(4), open(Channel.SMS), alarm("held"))).isEqualTo("goes on");
    assertThat(after(Duration.ofSeconds(2), open(Channel.SMS), alarm("held"))).isEqualTo("held");
  }

  @Test
  void isHeldBeforeAnythingIsPlanned() {
    assertThat(after(Duration.ofSeconds(6), Map.of(), alarm("held"))).isEqualTo("held");
  }

  @Test
  void startsAnewWithEachMessage() {
    after(Duration.ofSeconds(4), open(Channel.SMS), alarm("held"));
    var one = Map.of(Channel.SMS, new Funnel(10, 1, 0, 0, 0, 0, 0, 0, 0, 9));

    assertThat(after(Duration.ofSeconds(4), one, alarm("held"))).isEqualTo("goes on");
    assertThat(after(Duration.ofSeconds(6), one, alarm("held"))).isEqualTo("held");
  }

  @Test
  void onePausedChannelDoesNotEndTheWaitingForAnother() {
    var both = Map.of(Channel.SMS, some(), Channel.EMAIL, some());
    after(Duration.ZERO, both, paused(Channel.EMAIL));

    assertThat(after(Duration.ofSeconds(30), both, paused(Channel.EMAIL))).isEqualTo("goes on");
    after(Duration.ZERO, open(Channel.EMAIL), paused(Channel.EMAIL));
    assertThat(after(Duration.ofSeconds(6), open(Channel.EMAIL), paused(Channel.EMAIL)))
        .isEqualTo("channel-paused");
  }

  @Test
  void givesWhatMayPassAMinute() {
    after(Duration.ZERO, open(Channel.SMS), alarm("account-fails"));

    assertThat(after(Duration.ofSeconds(59), open(Channel.SMS), alarm("account-fails")))
        .isEqualTo("goes on");
    assertThat(after(Duration.ofSeconds(2), open(Channel.SMS), alarm("account-fails")))
        .isEqualTo("account-fails");
  }

  @Test
  void doesNotWaitForEverForNobodyKnowsWhat() {
    after(Duration.ZERO, open(Channel.SMS));

    assertThat(after(Duration.ofSeconds(119), open(Channel.SMS))).isEqualTo("goes on");
    assertThat(after(Duration.ofSeconds(2), open(Channel.SMS))).isEqualTo("");
  }

  @Test
  void letsALargeWaveBeWritten() {
    assertThat(after(Duration.ofMinutes(14), Map.of())).isEqualTo("goes on");
    assertThat(after(Duration.ofMinutes(2), Map.of())).isEqualTo("");
  }

  private String after(Duration time, Map<Channel, Funnel> funnels, Alarm... alarms) {
    now += time.toNanos();
    return standstill
        .look(funnels, List.of(alarms))
        .map(why -> String.join(",", why.stream().map(Alarm::key).toList()))
        .orElse("goes on");
  }

  private static Map<Channel, Funnel> open(Channel channel) {
    return Map.of(channel, some());
  }

  private static Funnel some() {
    return new Funnel(10, 0, 0, 0, 0, 0, 0, 0, 0, 10);
  }

  private static Alarm alarm(String key) {
    return new Alarm(Alarm.Severity.BAD, key, "", List.of(), null);
  }

  private static Alarm paused(Channel channel) {
    return new Alarm(
        Alarm.Severity.BAD, "channel-paused", channel.key(), List.of(channel, "why"), null);
  }
}

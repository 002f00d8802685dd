package vn.lantoa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Channel;
import vn.lantoa.watch.Alarm;
import vn.lantoa.watch.Watch;

/// What the terminal is told, and how often.
class HeraldTest {

  private Instant now = Instant.parse("2026-11-26T03:00:00Z");
  private List<Alarm> alarms = List.of();
  private List<Alarm> waits = List.of();
  private boolean away;
  private final Herald herald = new Herald(new Told(), () -> now, "http://localhost:8080");

  @Test
  void saysOnceWhatItIsSinceWhenWhatToDoAndWhere() {
    alarms =
        List.of(
            new Alarm(
                Alarm.Severity.BAD,
                "channel-paused",
                "sms",
                List.of(Channel.SMS, "Twilio không chấp nhận tài khoản."),
                Instant.parse("2026-11-26T02:30:00Z")));

    assertThat(herald.look())
        .singleElement()
        .asString()
        .startsWith(
            "CHÚ Ý: Kênh Tin nhắn SMS đang tạm dừng: Twilio không chấp nhận tài khoản. (từ 09:30 26/11/2026).")
        .contains("Cho gửi tiếp")
        .endsWith("http://localhost:8080/van-hanh");
    assertThat(herald.look()).isEmpty();
  }

  @Test
  void saysWhenItIsOver() {
    alarms = List.of(failing("timeout"));
    herald.look();
    alarms = List.of();

    assertThat(afterSeconds(20)).isEmpty();
    assertThat(afterSeconds(50)).singleElement().asString().startsWith("Đã hết: Tài khoản main");
  }

  /// An account that is tried again every minute, and gives another reason each time.
  @Test
  void doesNotRepeatWhatComesAndGoes() {
    alarms = List.of(failing("timeout"));
    assertThat(herald.look()).hasSize(1);

    for (int i = 0; i < 8; i++) {
      alarms = List.of();
      assertThat(afterSeconds(30)).isEmpty();
      alarms = List.of(failing("reason " + i));
      assertThat(afterSeconds(30)).isEmpty();
    }
  }

  @Test
  void whatWaitsForItsHourIsSaidAndNotTakenBack() {
    waits =
        List.of(
            new Alarm(
                Alarm.Severity.WAIT,
                "after-hours",
                "sms",
                List.of(Channel.SMS, Instant.parse("2026-11-27T00:00:00Z")),
                null));

    assertThat(herald.look())
        .singleElement()
        .asString()
        .contains("tin chờ đến 07:00 27/11/2026", "config/quiet-hours.yaml");
    waits = List.of();
    assertThat(afterSeconds(120)).isEmpty();
  }

  @Test
  void saysThatTheDatabaseIsAwayAndThatItIsBack() {
    away = true;
    assertThat(herald.look()).singleElement().asString().contains("không hỏi được cơ sở dữ liệu");
    assertThat(afterSeconds(10)).isEmpty();
    assertThat(herald.databaseAwaySince()).hasValue(Instant.parse("2026-11-26T03:00:00Z"));

    away = false;
    assertThat(herald.look()).containsExactly("Cơ sở dữ liệu đã trả lời, hệ thống gửi tiếp.");
  }

  private List<String> afterSeconds(int seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
    return herald.look();
  }

  private static Alarm failing(String why) {
    return new Alarm(
        Alarm.Severity.WARN, "account-fails", "sms/main", List.of(Channel.SMS, "main", why), null);
  }

  private final class Told implements Watch {

    @Override
    public List<Alarm> alarms() {
      if (away) {
        throw new IllegalStateException("connection refused");
      }
      return alarms;
    }

    @Override
    public List<Alarm> waits() {
      return waits;
    }

    @Override
    public List<Queue> queues() {
      return List.of();
    }
  }
}

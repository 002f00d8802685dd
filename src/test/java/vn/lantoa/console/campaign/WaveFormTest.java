package vn.lantoa.console.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.Timing;
import vn.lantoa.campaign.Wave;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings;
import vn.lantoa.common.ChannelSettings.OnUncertain;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Zones;
import vn.lantoa.console.campaign.RhythmForm.Rhythm;
import vn.lantoa.console.frame.FormFields;

class WaveFormTest {

  private static final Channels CHANNELS =
      new Channels(
          Map.of(
              "sms", settings("sms", Target.PERSON), "radio", settings("radio", Target.STATION)));
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 21, 9, 30, 40);

  @ParameterizedTest
  @ValueSource(strings = {"0 15 7 * * MON,THU", "0 0 8 10 10 *", "0 0/5 * * * *"})
  void keepsTheRhythmOfAWaveThatIsEdited(String cron) {
    var wave = wave(LocalDateTime.of(2026, 12, 1, 0, 0), cron);

    var draft = WaveForm.of(wave).toDraft(NOW);

    assertThat(draft.timing().cron()).isEqualTo(cron);
    assertThat(draft.channels()).isEqualTo(wave.channels());
    assertThat(draft.segment()).isEqualTo(wave.segment());
    assertThat(draft.catchUp()).isEqualTo(wave.catchUp());
  }

  @Test
  void nowIsTheMomentOfApproval() {
    var fields = complete();
    fields.set("w0.when", Rhythm.NOW.name());

    assertThat(WaveForm.read(FormFields.of(fields), 0).toDraft(NOW).timing())
        .isEqualTo(Timing.atApproval(Zones.VIETNAM));
  }

  @Test
  void onceIsTheDateAndTimeChosen() {
    assertThat(WaveForm.read(FormFields.of(complete()), 0).toDraft(NOW).timing())
        .isEqualTo(Timing.once(LocalDateTime.of(2026, 12, 1, 7, 45), Zones.VIETNAM));
  }

  @Test
  void saysWhatIsMissing() {
    var nothing = new LinkedMultiValueMap<String, String>();
    var impossible = complete();
    impossible.set("w0.when", Rhythm.YEARLY.name());
    impossible.set("w0.day", "31");
    impossible.set("w0.month", "2");
    impossible.set("w0.deadline", "-1");

    assertThat(WaveForm.read(FormFields.of(nothing), 0).problems(CHANNELS))
        .containsExactly("item", "unit", "channels", "date", "time", "catch-up", "deadline");
    assertThat(WaveForm.read(FormFields.of(impossible), 0).problems(CHANNELS))
        .containsExactly("day-of-year", "deadline");
  }

  @Test
  void peopleAreChosenAndStationsNeedNoAudience() {
    var nobody = complete();
    nobody.remove("w0.audiences");
    var radio = complete();
    radio.remove("w0.audiences");
    radio.set("w0.channels", "radio");

    assertThat(WaveForm.read(FormFields.of(nobody), 0).problems(CHANNELS))
        .containsExactly("audiences");
    assertThat(WaveForm.read(FormFields.of(radio), 0).problems(CHANNELS)).isEmpty();
    assertThat(WaveForm.read(FormFields.of(complete()), 0).toDraft(NOW).segment())
        .isEqualTo(new Segment(1, Set.of()));
  }

  private static ChannelSettings settings(String rendition, Target target) {
    return new ChannelSettings(
        "", target, rendition, true, 1, 1, Duration.ofSeconds(60), 3, OnUncertain.HOLD, 0, 0);
  }

  private static LinkedMultiValueMap<String, String> complete() {
    var fields = new LinkedMultiValueMap<String, String>();
    fields.set("w0.item", "vneid");
    fields.set("w0.unit", "1");
    fields.set("w0.audiences", WaveForm.EVERYONE);
    fields.set("w0.channels", "sms");
    fields.set("w0.when", Rhythm.ONCE.name());
    fields.set("w0.date", "2026-12-01");
    fields.set("w0.time", "07:45");
    fields.set("w0.catchUp", "2");
    fields.set("w0.deadline", "72");
    return fields;
  }

  private static Wave wave(LocalDateTime start, @Nullable String cron) {
    return new Wave(
        1,
        1,
        "vneid",
        null,
        null,
        null,
        new Segment(1, Set.of("phu-huynh")),
        List.of(Channel.SMS, Channel.RADIO),
        new Timing(start, Zones.VIETNAM, cron),
        Duration.ofHours(5),
        Duration.ofHours(48),
        null);
  }
}

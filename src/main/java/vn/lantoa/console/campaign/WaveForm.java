package vn.lantoa.console.campaign;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.Wave;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.common.Channels;
import vn.lantoa.console.frame.FormFields;

/// One wave as it stands in the form: the words typed, also the wrong ones, so that nothing is lost
/// when the page comes back.
///
/// @param unit the top of the subtree it goes to
public record WaveForm(
    String item,
    String unit,
    Set<String> audiences,
    Set<String> channels,
    RhythmForm when,
    String catchUpHours,
    String deadlineHours) {

  /// The tick that means every audience, those to come too. Among the audiences of the form only.
  public static final String EVERYONE = "*";

  private static final int LONGEST_CATCH_UP = 24 * 14;
  private static final int LONGEST_DEADLINE = 24 * 30;

  /// A wave nobody has touched yet: tomorrow at half past eight, to nobody and on no channel, for
  /// nothing is sent to anyone who was not chosen.
  static WaveForm fresh(long unitId, LocalDate today) {
    return new WaveForm(
        "",
        Long.toString(unitId),
        Set.of(),
        Set.of(),
        RhythmForm.once(today.plusDays(1), "08:30"),
        "2",
        "72");
  }

  WaveForm saying(String itemId) {
    return new WaveForm(itemId, unit, audiences, channels, when, catchUpHours, deadlineHours);
  }

  /// The same without a day: of a copy, whose day is still to be chosen.
  WaveForm undated() {
    return new WaveForm(
        item, unit, audiences, channels, when.undated(), catchUpHours, deadlineHours);
  }

  static WaveForm read(FormFields form, int index) {
    var fields = form.below("w" + index + ".");
    return new WaveForm(
        fields.text("item"),
        fields.text("unit"),
        fields.texts("audiences"),
        fields.texts("channels"),
        RhythmForm.read(fields),
        fields.text("catchUp"),
        fields.text("deadline"));
  }

  static WaveForm of(Wave wave) {
    return new WaveForm(
        wave.itemId(),
        Long.toString(wave.segment().unitId()),
        wave.segment().audiences().isEmpty()
            ? Set.of(EVERYONE)
            : new TreeSet<>(wave.segment().audiences()),
        keys(wave.channels()),
        RhythmForm.of(wave.timing()),
        Long.toString(wave.catchUp().toHours()),
        Long.toString(wave.deadline().toHours()));
  }

  /// What is missing or cannot be read, as keys of the messages (`form.missing.<key>`); empty:
  /// [#toDraft] works.
  ///
  /// @param known all channels there are
  List<String> problems(Channels known) {
    var found = new ArrayList<String>();
    if (item.isBlank()) {
      found.add("item");
    }
    if (FormFields.numberIn(unit) == null) {
      found.add("unit");
    }
    if (audiences.isEmpty() && goesToPeople(known)) {
      found.add("audiences");
    }
    if (channels.isEmpty() || !keys(known.all()).containsAll(channels)) {
      found.add("channels");
    }
    found.addAll(when.problems());
    if (catchUp() == null) {
      found.add("catch-up");
    }
    if (deadline() == null) {
      found.add("deadline");
    }
    return List.copyOf(found);
  }

  /// Pages and stations belong to units, and have no audience.
  private boolean goesToPeople(Channels known) {
    return known.all().stream()
        .filter(channel -> known.of(channel).target() == Target.PERSON)
        .anyMatch(channel -> channels.contains(channel.key()));
  }

  /// Who it goes to, as far as it can be told; null while no unit is chosen.
  @Nullable Segment segment() {
    var unitId = FormFields.numberIn(unit);
    return unitId == null
        ? null
        : new Segment(unitId, audiences.contains(EVERYONE) ? Set.of() : audiences);
  }

  /// @throws IllegalStateException while [#problems] is not empty
  WaveDraft toDraft(LocalDateTime now) {
    var segment = segment();
    var catchUp = catchUp();
    var deadline = deadline();
    if (segment == null || catchUp == null || deadline == null) {
      throw new IllegalStateException("The form is not complete: " + this);
    }
    return new WaveDraft(
        item,
        segment,
        channels.stream().map(Channel::new).toList(),
        when.timing(now),
        catchUp,
        deadline);
  }

  private @Nullable Duration catchUp() {
    return hours(catchUpHours, 0, LONGEST_CATCH_UP);
  }

  private @Nullable Duration deadline() {
    return hours(deadlineHours, 1, LONGEST_DEADLINE);
  }

  private static @Nullable Duration hours(String text, long least, long most) {
    var hours = FormFields.numberIn(text);
    return hours == null || hours < least || hours > most ? null : Duration.ofHours(hours);
  }

  private static Set<String> keys(List<Channel> channels) {
    return channels.stream().map(Channel::key).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}

package vn.lantoa.console.organisation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Station.AirSlot;
import vn.lantoa.common.EmailAddress;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.FormFields;

/// A station as it was filled in: every part checked.
record StationForm(
    Station.Kind kind,
    String name,
    @Nullable String email,
    int syllablesPerMinute,
    List<AirSlot> slots) {

  /// Rows for slots on the form; an empty time leaves a row out.
  private static final int SLOTS = 5;

  /// @throws Refusal `station.incomplete`, `station.email-wrong`, `station.slot-wrong`,
  ///   `station.pace-wrong`
  static StationForm read(FormFields fields) {
    var name = fields.text("name");
    if (name.isEmpty()) {
      throw new Refusal("station.incomplete");
    }
    int pace = number(fields.text("pace"), "station.pace-wrong");
    if (pace < 100 || pace > 300) {
      throw new Refusal("station.pace-wrong");
    }
    var slots = new ArrayList<AirSlot>();
    for (int row = 0; row < SLOTS; row++) {
      var time = fields.text("time" + row);
      if (!time.isEmpty()) {
        slots.add(slot(fields.text("day" + row), time, fields.text("minutes" + row)));
      }
    }
    return new StationForm(
        fields.text("kind").equals(Station.Kind.WARD_LOUDSPEAKER.name())
            ? Station.Kind.WARD_LOUDSPEAKER
            : Station.Kind.SCHOOL_RADIO,
        name,
        email(fields.text("email")),
        pace,
        List.copyOf(slots));
  }

  private static AirSlot slot(String day, String time, String minutes) {
    try {
      int length = number(minutes, "station.slot-wrong");
      if (length < 1 || length > 60) {
        throw new Refusal("station.slot-wrong");
      }
      return new AirSlot(
          DayOfWeek.of(number(day, "station.slot-wrong")), LocalTime.parse(time), length);
    } catch (DateTimeException _) {
      throw new Refusal("station.slot-wrong");
    }
  }

  private static @Nullable String email(String text) {
    return text.isEmpty()
        ? null
        : EmailAddress.parse(text)
            .map(EmailAddress::value)
            .orElseThrow(() -> new Refusal("station.email-wrong", text));
  }

  private static int number(String text, String refusal) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw new Refusal(refusal);
    }
  }
}

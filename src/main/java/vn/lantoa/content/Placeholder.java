package vn.lantoa.content;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may stand between two pairs of braces. There is nothing else: no conditions, no loops, no
/// functions.
enum Placeholder {
  RECIPIENT_NAME("recipient.name", '\uE000', true),
  UNIT_NAME("unit.name", '\uE001', false),
  LINK("link", '\uE002', false),
  UNIT_SHORT("unit.short", '\uE003', false);

  /// Anything between braces, so that a slip is found as well as a placeholder.
  static final Pattern ANY = Pattern.compile("\\{\\{([^{}\n]*)}}");

  private final String key;
  private final char mark;
  private final boolean personal;

  Placeholder(String key, char mark, boolean personal) {
    this.key = key;
    this.mark = mark;
    this.personal = personal;
  }

  static Optional<Placeholder> of(String key) {
    return Stream.of(values()).filter(known -> known.key.equals(key)).findAny();
  }

  static Optional<Placeholder> of(char mark) {
    return mark < RECIPIENT_NAME.mark || mark > UNIT_SHORT.mark
        ? Optional.empty()
        : Stream.of(values()).filter(known -> known.mark == mark).findAny();
  }

  static String allowed() {
    return Stream.of(values()).map(Placeholder::written).collect(Collectors.joining(", "));
  }

  String written() {
    return "{{" + key + "}}";
  }

  /// Its sign inside the program, one character of the private use area: Markdown takes it for a
  /// letter, and no sanitiser takes it apart as it does with braces. Lint and renderer refuse these
  /// characters in texts and values.
  String mark() {
    return String.valueOf(mark);
  }

  /// Posts, the portal and the radio speak to everybody: there is no one recipient to name.
  boolean belongsIn(Section section) {
    return !personal || section == Section.SMS || section == Section.EMAIL;
  }
}

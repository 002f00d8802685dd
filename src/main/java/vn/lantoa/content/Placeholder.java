package vn.lantoa.content;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What may stand between two pairs of braces. There is nothing else: no conditions, no loops, no functions.
enum Placeholder {
  RECIPIENT_NAME("recipient.name", EnumSet.of(Section.SMS, Section.EMAIL)),
  UNIT_NAME("unit.name", EnumSet.allOf(Section.class)),
  LINK("link", EnumSet.allOf(Section.class));

  /// Anything between braces, so that a slip is found as well as a placeholder.
  static final Pattern ANY = Pattern.compile("\\{\\{([^{}\n]*)}}");

  private final String key;
  private final Set<Section> sections;

  Placeholder(String key, Set<Section> sections) {
    this.key = key;
    this.sections = sections;
  }

  static Optional<Placeholder> of(String key) {
    return Stream.of(values()).filter(known -> known.key.equals(key)).findAny();
  }

  static String allowed() {
    return Stream.of(values()).map(Placeholder::written).collect(Collectors.joining(", "));
  }

  String key() {
    return key;
  }

  String written() {
    return "{{" + key + "}}";
  }

  /// Posts, the portal and the radio speak to everybody: there is no one recipient to name.
  boolean belongsIn(Section section) {
    return sections.contains(section);
  }
}

package vn.lantoa.edge;

import java.util.Arrays;
import java.util.Set;

/// What a field of a form, or a parameter of an address, may hold at most. By its name, so that
/// every page has the same rule and a new one has it from the start.
public enum FieldKind {
  /// What people and things are called, and where they are reached.
  NAME(
      200,
      false,
      Set.of("name", "username", "code", "shortName", "address", "email", "phone", "q")),
  /// A reason, over several lines.
  TEXT(4_000, true, Set.of("reason")),
  /// What a browser answers for a passkey, as JSON on one line.
  SIGNED(8_000, false, Set.of("passkey")),
  /// Everything else is one line.
  LINE(1_000, false, Set.of());

  private final int longest;
  private final boolean lines;

  // Made by Set.of, so it never changes.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> names;

  FieldKind(int longest, boolean lines, Set<String> names) {
    this.longest = longest;
    this.lines = lines;
    this.names = names;
  }

  /// @param field its name; what stands before a full stop says which of several it is
  public static FieldKind of(String field) {
    var name = field.substring(field.lastIndexOf('.') + 1);
    return Arrays.stream(values())
        .filter(kind -> kind.names.contains(name))
        .findFirst()
        .orElse(LINE);
  }

  /// In characters, as browsers count them (UTF-16).
  public int longest() {
    return longest;
  }

  /// Whether each of its characters may stand there: none that steers a terminal, a database or the
  /// head of a letter.
  boolean takes(String value) {
    return value
        .codePoints()
        .allMatch(
            one -> !Unprintable.is(one) || one == '\t' || lines && (one == '\r' || one == '\n'));
  }
}

package vn.lantoa.audience;

import java.util.List;

/// How far somebody who names people may be understood: whom he means is looked for in the unit he
/// names and in these. Everywhere else nobody exists for him.
///
/// @param units each with everything below it
/// @param moving whether somebody who is found in another of them comes to the unit that is named;
///   otherwise he stays where he is
public record Scope(List<Long> units, boolean moving) {

  /// The unit that is named for a person, and nothing else.
  public static final Scope NAMED_UNIT = new Scope(List.of(), false);

  public Scope {
    units = List.copyOf(units);
  }

  Long[] array() {
    return units.toArray(Long[]::new);
  }
}

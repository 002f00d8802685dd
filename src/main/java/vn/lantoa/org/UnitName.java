package vn.lantoa.org;

import java.text.Normalizer;
import java.util.Collection;
import vn.lantoa.common.Folded;
import vn.lantoa.common.PlainLine;
import vn.lantoa.common.Refusal;

/// What a unit may call itself: people believe what a message calls its sender, so nobody speaks
/// under the name of another, nor under one that only looks like it.
final class UnitName {

  private UnitName() {}

  /// One line of Latin letters, with whatever marks.
  ///
  /// @throws Refusal `unit.name-letters`, and those of [PlainLine]
  static String of(String typed) {
    var name =
        PlainLine.of(Normalizer.normalize(typed, Normalizer.Form.NFC), PlainLine.LONGEST_NAME);
    var bare = Normalizer.normalize(name, Normalizer.Form.NFD);
    if (bare.codePoints().filter(Character::isLetterOrDigit).anyMatch(UnitName::isForeign)
        || !name.isEmpty() && Folded.id(name).isEmpty()) {
      throw new Refusal("unit.name-letters");
    }
    return name;
  }

  private static boolean isForeign(int letter) {
    return !(letter >= '0' && letter <= '9'
        || letter >= 'a' && letter <= 'z'
        || letter >= 'A' && letter <= 'Z'
        || letter == 'đ'
        || letter == 'Đ');
  }

  /// @throws Refusal `unit.name-of-another`
  static void requireNoneOf(Collection<OrgUnit> others, String name) {
    var said = Folded.id(name);
    for (var other : others) {
      if (!said.isEmpty()
          && (said.equals(Folded.id(other.name())) || said.equals(Folded.id(other.shortName())))) {
        throw new Refusal("unit.name-of-another", name, other.name());
      }
    }
  }
}

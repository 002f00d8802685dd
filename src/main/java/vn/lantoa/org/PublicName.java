package vn.lantoa.org;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import vn.lantoa.common.AddressInName;
import vn.lantoa.common.Folded;
import vn.lantoa.common.PlainLine;
import vn.lantoa.common.Refusal;

/// What a unit, a page or a station of it may be called: people believe what a message calls its
/// sender, so nobody speaks under the name of another, nor under one that only looks like it; and a
/// name is no place for an address or a number to call.
public final class PublicName {

  /// A slash stands in dates only: `THCS 19/5`.
  private static final Pattern OTHER_MARKS =
      Pattern.compile("[^\\p{L}\\p{M}\\p{N} .,'’()&–+\"“”/-]|(?<![0-9])/|/(?![0-9])");

  /// As ids: what is written out, and what it is shortened to.
  private static final Map<String, String> SHORTENED =
      Map.of(
          "uy-ban-nhan-dan", "ubnd",
          "hoi-dong-nhan-dan", "hdnd",
          "giao-duc-va-dao-tao", "gddt",
          "giao-duc-dao-tao", "gddt",
          "gd-dt", "gddt",
          "tinh", "t",
          "thanh-pho", "tp",
          "phuong", "p",
          "xa", "x");

  private PublicName() {}

  /// One line of Latin letters, with whatever marks.
  ///
  /// @throws Refusal `unit.name-letters`, `unit.name-address`, and those of [PlainLine]
  public static String of(String typed) {
    var name =
        PlainLine.of(Normalizer.normalize(typed, Normalizer.Form.NFC), PlainLine.LONGEST_NAME);
    var bare = Normalizer.normalize(name, Normalizer.Form.NFD);
    if (bare.codePoints().filter(Character::isLetterOrDigit).anyMatch(PublicName::isForeign)
        || !name.isEmpty() && Folded.id(name).isEmpty()) {
      throw new Refusal("unit.name-letters");
    }
    if (OTHER_MARKS.matcher(name).find() || AddressInName.isIn(name)) {
      throw new Refusal("unit.name-address");
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
    var said = said(name);
    for (var other : others) {
      if (!said.isEmpty()
          && (said.equals(said(other.name())) || said.equals(said(other.shortName())))) {
        throw new Refusal("unit.name-of-another", name, other.name());
      }
    }
  }

  /// What is heard when it is read out, however it is shortened.
  static String said(String name) {
    var said = "-" + Folded.id(name) + "-";
    for (var entry : SHORTENED.entrySet()) {
      said = said.replace("-" + entry.getKey() + "-", "-" + entry.getValue() + "-");
    }
    return said.equals("--") ? "" : said;
  }
}

package vn.lantoa.common;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/// A telephone number in E.164 form (`+84912345678`).
public record PhoneNumber(String e164) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("Not a number in E.164 form: " + e164);
    }
  }

  /// Reads what people write (`0912 345 678`, `+84.912.345.678`), as a number of Việt Nam unless it
  /// says otherwise. Empty when it cannot be a telephone number, or has letters in it, which some
  /// telephones have on their keys and no list means; it need not be one that is assigned.
  public static Optional<PhoneNumber> parse(String text) {
    if (text.codePoints().anyMatch(Character::isLetter)) {
      return Optional.empty();
    }
    try {
      var number = NUMBERS.parse(text, "VN");
      return NUMBERS.isPossibleNumber(number)
          ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException _) {
      return Optional.empty();
    }
  }

  /// What the numbering plan of its country says of it.
  public Kind kind() {
    return switch (NUMBERS.getNumberType(parsed())) {
      // Some countries do not tell the two apart.
      case MOBILE, FIXED_LINE_OR_MOBILE -> Kind.MOBILE;
      case FIXED_LINE -> Kind.LANDLINE;
      case UNKNOWN -> Kind.UNASSIGNED;
      default -> Kind.SERVICE;
    };
  }

  /// As in ISO 3166, `VN`; empty when the plan of no country has it.
  public String country() {
    var region = NUMBERS.getRegionCodeForNumber(parsed());
    return region == null ? "" : region;
  }

  private Phonenumber.PhoneNumber parsed() {
    try {
      return NUMBERS.parse(e164, null);
    } catch (NumberParseException e) {
      throw new IllegalStateException(e);
    }
  }

  public enum Kind {
    MOBILE,
    LANDLINE,
    /// Premium, free or shared cost (1900, 1800), pagers and the like.
    SERVICE,
    /// The plan does not know it.
    UNASSIGNED
  }

  /// For screens and logs that must not show the whole number: `+8491•••678`.
  public String masked() {
    return e164.substring(0, 5) + "•••" + e164.substring(e164.length() - 3);
  }

  @Override
  public String toString() {
    return e164;
  }
}

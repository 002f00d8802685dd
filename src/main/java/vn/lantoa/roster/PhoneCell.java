package vn.lantoa.roster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.lantoa.common.PhoneNumber;

/// The telephone numbers in one cell, as people write them.
///
/// @param numbers in their order
/// @param note what else stood there, `bố`; empty: nothing
record PhoneCell(List<Number> numbers, String note) {

  /// @param e164 of a mobile telephone, or of one abroad; empty otherwise
  record Number(Kind kind, String e164) {}

  enum Kind {
    MOBILE,
    /// With a prefix that was given up in 2018; the number is the present one.
    RENUMBERED,
    /// Takes no text messages.
    LANDLINE,
    FOREIGN,
    /// 1900, 1800: calling it costs, and nobody reads there.
    SERVICE,
    /// Excel has kept its first digits only.
    DESTROYED,
    WRONG
  }

  private static final Pattern PLAINLY = Pattern.compile("(?:0|\\+84)[0-9](?:[ .]?[0-9]){8,9}");
  private static final Pattern SIGNS = Pattern.compile("[ .\\-–'()_]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{8,15}");
  private static final Pattern POWER = Pattern.compile("[0-9](?:[.,][0-9]+)?[eE]\\+?[0-9]{1,2}");
  private static final Pattern BETWEEN =
      Pattern.compile("[/;,|\\n\\r&](?=\\s*[(+0-9])|\\s(?:-|–|và|hoặc|hay)\\s");
  private static final Pattern WORDS =
      Pattern.compile("\\([^()]*\\p{L}[^()]*\\)|[\\p{L}][\\p{L}.]*(?:\\s+[\\p{L}.]+){0,50}\\s*:?");
  private static final Pattern ONE_AFTER_ANOTHER =
      Pattern.compile("(?:\\+?84|0)[0-9](?:[ .-]?[0-9]){8}(?=\\D|$)");

  /// A letter that was hit instead of a digit: what is left without it may be somebody else's
  /// number.
  private static final Pattern MISTYPED =
      Pattern.compile("[0-9]\\p{L}(?!\\p{L})|(?<!\\p{L})\\p{L}[0-9]|[0-9]\\p{L}+[0-9]");

  static PhoneCell of(String cell) {
    return PLAINLY.matcher(cell).matches()
        ? new PhoneCell(List.of(number(cell)), "")
        : written(cell);
  }

  private static PhoneCell written(String cell) {
    var text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    text = text.replaceAll("^'+|^=\"|\"$", "").strip();
    if (Blank.is(text)) {
      return new PhoneCell(List.of(), "");
    }
    if (POWER.matcher(text).matches()) {
      return new PhoneCell(List.of(new Number(Kind.DESTROYED, "")), "");
    }
    if (MISTYPED.matcher(text).find()) {
      return new PhoneCell(List.of(new Number(Kind.WRONG, "")), "");
    }
    var words = new ArrayList<String>();
    var digits =
        WORDS
            .matcher(text)
            .replaceAll(found -> {
              words.add(found.group().replaceAll("^\\(|\\)$|:$", "").strip());
              return " ";
            })
            .strip();
    words.removeIf(word -> BETWEEN.matcher(" " + word + " ").matches());
    var note = String.join(", ", words);
    var parts = parts(digits);
    return new PhoneCell(parts.stream().map(PhoneCell::number).distinct().toList(), note);
  }

  private static List<String> parts(String text) {
    var parts =
        BETWEEN.splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty()).toList();
    if (parts.size() == 1) {
      var runs = ONE_AFTER_ANOTHER.matcher(text).results().map(run -> run.group()).toList();
      return runs.size() > 1 ? runs : parts;
    }
    return parts.isEmpty() ? List.of(text) : parts;
  }

  private static Number number(String part) {
    var signs = SIGNS.matcher(part).replaceAll("");
    var digits = signs.startsWith("+") ? signs.substring(1) : signs;
    if (!NUMBER.matcher(digits).matches()) {
      return new Number(Kind.WRONG, "");
    }
    boolean abroad = signs.startsWith("+") || digits.startsWith("00");
    var international = digits.startsWith("00") ? digits.substring(2) : digits;
    if (abroad && !international.startsWith("84")) {
      return PhoneNumber.parse("+" + international)
          .map(number -> new Number(Kind.FOREIGN, number.e164()))
          .orElse(new Number(Kind.WRONG, ""));
    }
    return domestic(national(abroad ? international.substring(2) : international));
  }

  /// Without the country's code and the zero, which Excel likes to eat.
  private static String national(String digits) {
    var without = digits.startsWith("84") && digits.length() > 10 ? digits.substring(2) : digits;
    return without.startsWith("0") ? without.substring(1) : without;
  }

  private static Number domestic(String national) {
    var present = Prefixes.present(national);
    if (present.isPresent()) {
      return new Number(Kind.RENUMBERED, "+84" + present.get());
    }
    var number = PhoneNumber.parse("+84" + national);
    return switch (number.map(PhoneNumber::kind).orElse(PhoneNumber.Kind.UNASSIGNED)) {
      // The plan has whole ranges, some of which no carrier was given.
      case MOBILE ->
          Prefixes.isMobile(national)
              ? new Number(Kind.MOBILE, "+84" + national)
              : new Number(Kind.WRONG, "");
      case LANDLINE -> new Number(Kind.LANDLINE, "");
      case SERVICE -> new Number(Kind.SERVICE, "");
      // The plan has given up the shorter landlines; lists have not.
      case UNASSIGNED ->
          new Number(national.matches("[246][0-9]{8}") ? Kind.LANDLINE : Kind.WRONG, "");
    };
  }
}

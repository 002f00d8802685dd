package vn.lantoa.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands in a cell, as text.
final class Cells {

  /// Nobody's list has more; what lies beyond is not read.
  static final int MOST_COLUMNS = 200;

  private static final int LONGEST = 2_000;

  /// Longer than any of a sheet, which holds seventeen digits.
  static final int LONGEST_NUMBER = 100;

  /// Asked for before anything is parsed: an exception for each cell of a file takes it ten times
  /// as long as all the rest.
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

  private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  /// No-break and other wide blanks, marks of direction, soft hyphens: what comes along when
  /// somebody copies from a page.
  private static final Pattern STRANGE_BLANKS =
      Pattern.compile("[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000\\t]");

  private static final Pattern UNSEEN =
      Pattern.compile("[\\u00AD\\u0000\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

  private Cells() {}

  static String text(String raw) {
    if (isPlain(raw)) {
      return raw.strip();
    }
    // One text may stand in all cells of a file.
    var some = raw.length() > 2 * LONGEST ? raw.substring(0, 2 * LONGEST) : raw;
    var seen = UNSEEN.matcher(STRANGE_BLANKS.matcher(some).replaceAll(" ")).replaceAll("");
    var text = Normalizer.normalize(seen, Normalizer.Form.NFC).strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private static boolean isPlain(String raw) {
    return raw.length() <= LONGEST && raw.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }

  /// Without exponent and without zeros nobody wrote: a telephone number stays one.
  static String number(String raw) {
    // It takes the longer the more digits there are, by their square.
    if (raw.length() > LONGEST_NUMBER || !NUMBER.matcher(raw.strip()).matches()) {
      return text(raw);
    }
    var number = new BigDecimal(raw.strip());
    // What is longer was no number of a person.
    return Math.abs(number.scale()) > 40 ? raw : plain(number);
  }

  /// How often, how wide, how high; 0: the file does not say, or nonsense.
  static int count(String written) {
    var digits = written.strip();
    return COUNT.matcher(digits).matches()
        ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(digits))
        : 0;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static String date(LocalDateTime moment) {
    return (moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : MOMENT).format(moment);
  }

  /// The row, when anything stands in it.
  static Optional<SheetRow> row(int number, List<String> cells) {
    int end = cells.size();
    while (end > 0 && cells.get(end - 1).isEmpty()) {
      end--;
    }
    return end == 0
        ? Optional.empty()
        : Optional.of(new SheetRow(number, List.copyOf(cells.subList(0, end))));
  }

  /// Puts a value at its column, with empty ones before it.
  static void put(ArrayList<String> cells, int column, String value) {
    if (column >= MOST_COLUMNS) {
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, value);
  }
}

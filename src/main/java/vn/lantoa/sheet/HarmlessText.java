package vn.lantoa.sheet;

import java.util.regex.Pattern;

/// Text that a spreadsheet takes for text: what somebody else wrote into a name must not run in an
/// officer's Excel.
public final class HarmlessText {

  /// Where a line would end for one program or another.
  private static final Pattern LINE_BREAKS = Pattern.compile("\\R+");

  /// Signs that begin a formula, or the call of another program.
  private static final String SIGNS = "=+\\-@|%";

  /// The same as some programs take for them: of full width, small, superscript, and the minus.
  private static final String WIDE_SIGNS =
      "\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}\\x{FF5C}\\x{FF05}"
          + "\\x{FE66}\\x{FE62}\\x{FE63}\\x{FE6B}\\x{FE6A}\\x{207A}-\\x{207C}\\x{2212}";

  /// What is skipped before one: blanks and what cannot be seen.
  private static final Pattern FORMULA =
      Pattern.compile("^[\\s\\p{Z}\\p{C}]*[" + SIGNS + WIDE_SIGNS + "]");

  private static final Pattern NEGATIVE = Pattern.compile("-[0-9]{1,15}(?:[.,][0-9]{1,9})?");

  private static final Pattern CONTROL_FIRST = Pattern.compile("^\\p{Cc}");

  private HarmlessText() {}

  /// On one line, with an apostrophe before it where it would not be text.
  public static String of(String text) {
    var line = LINE_BREAKS.matcher(text).replaceAll(" ");
    boolean runs =
        CONTROL_FIRST.matcher(text).find()
            || FORMULA.matcher(line).find() && !NEGATIVE.matcher(line).matches();
    return runs ? "'" + line : line;
  }

  /// What [#of] was given, but for its line breaks.
  public static String back(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.matcher(cell.substring(1)).find()
        ? cell.substring(1)
        : cell;
  }
}

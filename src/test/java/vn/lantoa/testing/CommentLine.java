package vn.lantoa.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A line that holds nothing but a comment: `///`, `//`, or `--` in a statement.
///
/// @param number in its file, from 1
/// @param indent columns before the marker
/// @param text behind the marker and a space
/// @param width of the whole line
public record CommentLine(int number, int indent, String marker, String text, int width) {

  /// What follows the last one.
  public static final CommentLine NONE = new CommentLine(0, 0, "", "", 0);

  private static final Pattern JAVA = Pattern.compile("(\\s*)(///?) ?(.*)");
  private static final Pattern SQL = Pattern.compile("(\\s*)(--) ?(.*)");

  public static List<CommentLine> of(SourceFile file) {
    var found = new ArrayList<CommentLine>();
    var lines = file.text().split("\n", -1);
    boolean inTextBlock = false;
    for (int i = 0; i < lines.length; i++) {
      var comment = (inTextBlock ? SQL : JAVA).matcher(lines[i]);
      if (comment.matches()) {
        int indent = comment.group(1).length();
        found.add(
            new CommentLine(i + 1, indent, comment.group(2), comment.group(3), lines[i].length()));
      } else if (lines[i].split("\"\"\"", -1).length % 2 == 0) {
        inTextBlock = !inTextBlock;
      }
    }
    return found;
  }

  public boolean isSql() {
    return marker.equals("--");
  }

  /// Whether it is the next line of the same comment.
  public boolean continues(CommentLine line) {
    return number == line.number + 1 && indent == line.indent && marker.equals(line.marker);
  }
}

package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lantoa.testing.CommentLine;
import vn.lantoa.testing.SourceFile;

/// Comments read as they were written: the formatter cuts a line that is too long and leaves its
/// last words on a line of their own, in the middle of a sentence.
class CommentsTest {

  private static final int WIDTH = 100;

  /// Statements are as wide as they are easy to read.
  private static final int WIDTH_IN_SQL = 120;

  /// A line that is longer reads well enough, though another word would have fitted.
  private static final int SHORT = 60;

  private static final Pattern RULER = Pattern.compile("[-=*_~]{3,}");
  private static final Pattern ENDS = Pattern.compile(".*[.?!:;]['\"`)»”]*");

  /// An item of a list, a tag, a heading, a row of a table, text that is set apart.
  private static final Pattern BEGINS_ANEW =
      Pattern.compile("(?:@|[-*+] |\\d+[.)] |#|\\||```|> | {3,}).*");

  @Test
  void noSentenceIsTorn() {
    assertThat(found(CommentsTest::torn)).isEmpty();
  }

  @Test
  void noRulerGoesOverTwoLines() {
    assertThat(found((line, _) -> RULER.matcher(line.text().strip()).matches())).isEmpty();
  }

  @Test
  void noLineIsTooLong() {
    assertThat(found((line, _) -> line.width() > (line.isSql() ? WIDTH_IN_SQL : WIDTH))).isEmpty();
  }

  @Test
  void seesWhatIsTorn() {
    var torn =
        """
          // Waits for who is just filing the answer: the statement below must begin then, or it
          // sees
          // neither the row of the queue nor what the ledger says instead.
        """;
    var whole =
        """
          /// One of each:
          /// - a list
          /// - of short lines
          ///
          /// One sentence.
          /// Another one, which is as long as it pleases and goes on in the next line, where it has
          /// an end.
          ///
          /// @param name whatever it is that somebody may be called by those who know him, and what
          ///   not
          /// @return so
        """;

    assertThat(found(new SourceFile("Torn.java", torn), CommentsTest::torn)).hasSize(1);
    assertThat(found(new SourceFile("Whole.java", whole), CommentsTest::torn)).isEmpty();
  }

  /// Whether it ends in mid-sentence although the next word would have had room.
  private static boolean torn(CommentLine line, CommentLine next) {
    if (!next.continues(line)
        || line.text().isBlank()
        || next.text().isBlank()
        || BEGINS_ANEW.matcher(next.text()).matches()
        || ENDS.matcher(line.text().strip()).matches()) {
      return false;
    }
    var word = next.text().strip().split(" ", 2)[0];
    return line.width() <= SHORT && line.width() + 1 + word.length() <= WIDTH;
  }

  private static List<String> found(Rule rule) {
    return Stream.concat(SourceFile.main().stream(), SourceFile.test().stream())
        .flatMap(file -> found(file, rule).stream())
        .toList();
  }

  private static List<String> found(SourceFile file, Rule rule) {
    var found = new ArrayList<String>();
    var lines = CommentLine.of(file);
    for (int i = 0; i < lines.size(); i++) {
      var next = i + 1 < lines.size() ? lines.get(i + 1) : CommentLine.NONE;
      if (rule.finds(lines.get(i), next)) {
        found.add(file.path() + ":" + lines.get(i).number() + ": " + lines.get(i).text().strip());
      }
    }
    return found;
  }

  @FunctionalInterface
  private interface Rule {
    boolean finds(CommentLine line, CommentLine next);
  }
}

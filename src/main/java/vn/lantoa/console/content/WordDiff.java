package vn.lantoa.console.content;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Where two texts differ, word by word.
public final class WordDiff {

  /// A word, the space between two, or a sign. Space stands by itself: the last word of a sentence
  /// is the same word when another follows it.
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|[^\\p{L}\\p{M}\\p{N}\\s]");

  private WordDiff() {}

  /// What became of a piece of text.
  public enum Kind {
    KEPT,
    REMOVED,
    ADDED
  }

  /// @param text never empty
  public record Piece(Kind kind, String text) {}

  /// The pieces in reading order; those kept and removed give the text before, those kept and added
  /// the text now.
  static List<Piece> between(String before, String now) {
    var pieces = new ArrayList<Piece>();
    for (var delta : DiffUtils.diff(words(before), words(now), true).getDeltas()) {
      switch (delta.getType()) {
        case EQUAL -> add(pieces, Kind.KEPT, delta.getSource().getLines());
        case DELETE, INSERT, CHANGE -> {
          add(pieces, Kind.REMOVED, delta.getSource().getLines());
          add(pieces, Kind.ADDED, delta.getTarget().getLines());
        }
      }
    }
    return pieces;
  }

  private static void add(List<Piece> pieces, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(kind, String.join("", words)));
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }
}

package vn.lantoa.console.content;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Where two texts differ, word by word; in a long one line by line first, and where too much is
/// another, as a whole.
public final class WordDiff {

  /// A word, the space between two, or a sign. Space stands by itself: the last word of a sentence
  /// is the same word when another follows it.
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|[^\\p{L}\\p{M}\\p{N}\\s]");

  private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");

  /// Finding the shortest way from one text to another takes as long as the square of their words
  /// where nothing is alike: so much for one page, a fifth of a second.
  private static final long MOST_STEPS = 5_000L * 5_000;

  private final List<Piece> pieces = new ArrayList<>();
  private long left = MOST_STEPS;

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
    return new WordDiff().compare(before, now);
  }

  private List<Piece> compare(String before, String now) {
    if (!byWords(parts(WORD, before), parts(WORD, now))
        && !byLines(parts(LINE, before), parts(LINE, now))) {
      replaced(List.of(before), List.of(now));
    }
    return pieces;
  }

  /// @return whether it was not too much
  private boolean byWords(List<String> before, List<String> now) {
    if (!mayCompare(before, now)) {
      return false;
    }
    for (var delta : deltas(before, now)) {
      if (delta.getType() == DeltaType.EQUAL) {
        add(Kind.KEPT, delta.getSource().getLines());
      } else {
        replaced(delta.getSource().getLines(), delta.getTarget().getLines());
      }
    }
    return true;
  }

  /// Of lines that were changed, the words.
  ///
  /// @return whether it was not too much
  private boolean byLines(List<String> before, List<String> now) {
    if (!mayCompare(before, now)) {
      return false;
    }
    for (var delta : deltas(before, now)) {
      var old = delta.getSource().getLines();
      var current = delta.getTarget().getLines();
      if (delta.getType() == DeltaType.EQUAL) {
        add(Kind.KEPT, old);
      } else if (!byWords(words(old), words(current))) {
        replaced(old, current);
      }
    }
    return true;
  }

  /// Takes what it may cost from what is left.
  private boolean mayCompare(List<String> before, List<String> now) {
    long steps = (long) (before.size() + now.size()) * (before.size() + now.size());
    if (steps > left) {
      return false;
    }
    left -= steps;
    return true;
  }

  private static List<AbstractDelta<String>> deltas(List<String> before, List<String> now) {
    return DiffUtils.diff(before, now, true).getDeltas();
  }

  private void replaced(List<String> before, List<String> now) {
    add(Kind.REMOVED, before);
    add(Kind.ADDED, now);
  }

  private void add(Kind kind, List<String> parts) {
    var text = String.join("", parts);
    if (!text.isEmpty()) {
      pieces.add(new Piece(kind, text));
    }
  }

  private static List<String> words(List<String> lines) {
    return parts(WORD, String.join("", lines));
  }

  private static List<String> parts(Pattern part, String text) {
    return part.matcher(text).results().map(MatchResult::group).toList();
  }
}

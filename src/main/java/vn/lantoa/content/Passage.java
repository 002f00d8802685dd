package vn.lantoa.content;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A run of text in a content file that people will read.
final class Passage {

  private final int line;
  private final String text;

  /// Where its lines end: a text full of faults asks for the line of each of them.
  private final int[] breaks;

  /// @param line of the file on which it starts
  Passage(int line, String text) {
    this.line = line;
    this.text = text;
    breaks = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').toArray();
  }

  int line() {
    return line;
  }

  String text() {
    return text;
  }

  int lineAt(int offset) {
    int found = Arrays.binarySearch(breaks, offset);
    return line + (found < 0 ? -found - 1 : found);
  }

  Stream<MatchResult> find(Pattern pattern) {
    return pattern.matcher(text).results();
  }
}

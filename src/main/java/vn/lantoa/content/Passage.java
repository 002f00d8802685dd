package vn.lantoa.content;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A run of text in a content file that people will read.
///
/// @param line of the file on which it starts
record Passage(int line, String text) {

  int lineAt(int offset) {
    return line + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  Stream<MatchResult> find(Pattern pattern) {
    return pattern.matcher(text).results();
  }
}

package vn.lantoa.broadcast;

import java.time.Duration;

/// How long a text takes to read aloud: syllables at the station's pace, plus breath at commas, sentences and
/// paragraphs.
public final class SpokenLength {

  private SpokenLength() {}

  public static Duration of(String text, int syllablesPerMinute) {
    throw new IllegalStateException(text + syllablesPerMinute);
  }
}

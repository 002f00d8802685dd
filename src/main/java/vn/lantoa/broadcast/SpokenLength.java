package vn.lantoa.broadcast;

import java.time.Duration;
import java.util.regex.Pattern;

/// How long a text takes to read aloud: syllables at the station's pace, plus breath at commas,
/// sentences and paragraphs. Vietnamese writes one syllable per token; figures are read one by one,
/// abbreviations letter by letter.
public final class SpokenLength {

  private static final Pattern PARAGRAPH = Pattern.compile("\\R\\s*\\R");
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern COMMA = Pattern.compile("[,;:–]");
  private static final Pattern SENTENCE = Pattern.compile("[.!?…](?=\\s|$)");

  private static final long COMMA_MILLIS = 300;
  private static final long SENTENCE_MILLIS = 700;
  private static final long PARAGRAPH_MILLIS = 1500;

  private SpokenLength() {}

  /// @param syllablesPerMinute of the station's announcers, about 200 at a school
  public static Duration of(String text, int syllablesPerMinute) {
    var stripped = text.strip();
    if (stripped.isEmpty()) {
      return Duration.ZERO;
    }
    long reading = syllables(stripped) * 60_000L / syllablesPerMinute;
    long breath =
        COMMA_MILLIS * COMMA.matcher(stripped).results().count()
            + SENTENCE_MILLIS * SENTENCE.matcher(stripped).results().count()
            + PARAGRAPH_MILLIS * PARAGRAPH.matcher(stripped).results().count();
    return Duration.ofSeconds(Math.ceilDiv(reading + breath, 1000));
  }

  /// How many syllables a reader speaks.
  public static int syllables(String text) {
    return TOKEN.matcher(text).results().mapToInt(token -> inToken(token.group())).sum();
  }

  private static int inToken(String token) {
    long figures = token.chars().filter(Character::isDigit).count();
    long capitals = token.chars().filter(Character::isUpperCase).count();
    // VNeID: each capital is a letter name of its own; a capital at the start of a word is not.
    if (capitals > 1) {
      return (int) (token.chars().filter(Character::isLetter).count() + figures);
    }
    return (int) Math.max(1, figures + (figures < token.length() && figures > 0 ? 1 : 0));
  }
}

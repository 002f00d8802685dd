package vn.lantoa.channel.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.lantoa.channel.email.EncodedBody.Encoding;

/// A letter with gaps. The mail library writes it once ([MarkedLetter]), with a mark in every place
/// where one letter differs from the next; a hundred thousand letters then cost no more than
/// filling the gaps.
final class LetterSkeleton {

  /// What differs from letter to letter.
  enum Gap {
    SUBJECT,
    TO,
    DATE,
    MESSAGE_ID,
    WAY_OUT,
    REFUSAL,
    TEXT,
    HTML;

    /// Nothing else in a letter looks like it.
    String mark() {
      return "x-lantoa-gap-" + name().toLowerCase(java.util.Locale.ROOT) + "-x";
    }

    /// How the mark stands in the bytes the library wrote.
    private String written(Bodies bodies) {
      var encoding = this == TEXT ? bodies.text() : this == HTML ? bodies.html() : null;
      return encoding == Encoding.BASE64
          ? Base64.getEncoder().encodeToString(mark().getBytes(US_ASCII))
          : mark();
    }
  }

  /// How the bodies of its letters are encoded.
  record Bodies(Encoding text, Encoding html) {}

  private static final byte[] NOTHING = {};

  private final List<byte[]> fixed;
  private final List<Gap> gaps;
  private final int size;

  private LetterSkeleton(List<byte[]> fixed, List<Gap> gaps) {
    this.fixed = fixed;
    this.gaps = gaps;
    this.size = fixed.stream().mapToInt(part -> part.length).sum();
  }

  /// @param values of every gap, as they stand in the letter
  byte[] fill(Map<Gap, byte[]> values) {
    int length = size;
    for (var gap : gaps) {
      length += values.getOrDefault(gap, NOTHING).length;
    }
    var letter = new byte[length];
    int at = 0;
    for (int i = 0; i < fixed.size(); i++) {
      at = put(letter, at, fixed.get(i));
      if (i < gaps.size()) {
        at = put(letter, at, values.getOrDefault(gaps.get(i), NOTHING));
      }
    }
    return letter;
  }

  private static int put(byte[] letter, int at, byte[] part) {
    System.arraycopy(part, 0, letter, at, part.length);
    return at + part.length;
  }

  /// @param bytes of a letter with the marks of its gaps
  static LetterSkeleton cut(byte[] bytes, Bodies bodies) {
    var text = new String(bytes, US_ASCII);
    var found =
        Arrays.stream(Gap.values())
            .filter(gap -> text.contains(gap.written(bodies)))
            .sorted(Comparator.comparingInt(gap -> text.indexOf(gap.written(bodies))))
            .toList();
    List<byte[]> fixed = new ArrayList<>();
    int from = 0;
    for (var gap : found) {
      var mark = gap.written(bodies);
      int at = text.indexOf(mark);
      fixed.add(Arrays.copyOfRange(bytes, from, at));
      from = at + mark.length();
    }
    fixed.add(Arrays.copyOfRange(bytes, from, bytes.length));
    return new LetterSkeleton(List.copyOf(fixed), found);
  }
}

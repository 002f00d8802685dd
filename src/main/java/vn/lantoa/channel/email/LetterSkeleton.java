package vn.lantoa.channel.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
    TEXT,
    HTML;

    /// Nothing else in a letter looks like it.
    String mark() {
      return "x-lantoa-gap-" + name().toLowerCase(java.util.Locale.ROOT) + "-x";
    }

    /// How the mark stands in the bytes the library wrote.
    private byte[] written() {
      var mark = mark().getBytes(US_ASCII);
      return this == TEXT || this == HTML ? Base64.getEncoder().encode(mark) : mark;
    }
  }

  private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

  private final List<byte[]> fixed;
  private final List<Gap> gaps;
  private final int size;

  private LetterSkeleton(List<byte[]> fixed, List<Gap> gaps) {
    this.fixed = fixed;
    this.gaps = gaps;
    this.size = fixed.stream().mapToInt(part -> part.length).sum();
  }

  /// @param values of every gap; of headers as they stand in the letter, of texts the words
  byte[] fill(Map<Gap, String> values) {
    var written = new EnumMap<Gap, byte[]>(Gap.class);
    int length = size;
    for (var gap : gaps) {
      var value = values.getOrDefault(gap, "");
      var bytes =
          gap == Gap.TEXT || gap == Gap.HTML
              ? LINES.encode(value.getBytes(UTF_8))
              : value.getBytes(US_ASCII);
      written.put(gap, bytes);
      length += bytes.length;
    }
    var letter = new byte[length];
    int at = 0;
    for (int i = 0; i < fixed.size(); i++) {
      at = put(letter, at, fixed.get(i));
      if (i < gaps.size()) {
        at = put(letter, at, written.getOrDefault(gaps.get(i), new byte[0]));
      }
    }
    return letter;
  }

  private static int put(byte[] letter, int at, byte[] part) {
    System.arraycopy(part, 0, letter, at, part.length);
    return at + part.length;
  }

  /// @param bytes of a letter with the marks of its gaps
  static LetterSkeleton cut(byte[] bytes) {
    var text = new String(bytes, US_ASCII);
    var found =
        Arrays.stream(Gap.values())
            .filter(gap -> text.contains(new String(gap.written(), US_ASCII)))
            .sorted(
                Comparator.comparingInt(gap -> text.indexOf(new String(gap.written(), US_ASCII))))
            .toList();
    List<byte[]> fixed = new ArrayList<>();
    int from = 0;
    for (var gap : found) {
      var mark = new String(gap.written(), US_ASCII);
      int at = text.indexOf(mark);
      fixed.add(Arrays.copyOfRange(bytes, from, at));
      from = at + mark.length();
    }
    fixed.add(Arrays.copyOfRange(bytes, from, bytes.length));
    return new LetterSkeleton(List.copyOf(fixed), found);
  }
}

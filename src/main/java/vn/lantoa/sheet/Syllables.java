package vn.lantoa.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Whether what came out of some encoding is made of words. Looked at are only those with letters
/// beyond ASCII: the others read alike in every encoding.
final class Syllables {

  private static final Pattern WORD =
      Pattern.compile("[^\\s,;|:\"'()./0-9-]*[^\\x00-\\x7F][^\\s,;|:\"'()./0-9-]*");

  /// One tone mark at most: grave, hook, tilde, acute, dot below.
  private static final Pattern TONE = Pattern.compile("[\\u0300\\u0309\\u0303\\u0301\\u0323]");

  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(b|ch?|d|đ|gh?|gi|h|kh?|l|m|nh?|ngh?|ph?|qu?|r|s|th?|tr|v|x)?"
              + "[aăâeêioôơuưy]{1,3}(ch?|m|nh?|ng|p|t)?");

  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}+");
  private static final int LOOKED_AT = 2_000;

  private Syllables() {}

  static boolean areVietnamese(String text) {
    return share(text, Syllables::isVietnamese) >= 0.95;
  }

  /// Letters only, and capitals only where a word begins.
  static boolean areWestern(String text) {
    return share(
            text,
            word ->
                LATIN.matcher(word).matches()
                    && (word.equals(word.toUpperCase(Locale.ROOT))
                        || word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT))))
        >= 0.98;
  }

  private static boolean isVietnamese(String word) {
    var split = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    long tones = TONE.matcher(split).results().count();
    var plain = Normalizer.normalize(TONE.matcher(split).replaceAll(""), Normalizer.Form.NFC);
    return tones <= 1 && SYLLABLE.matcher(plain).matches();
  }

  private static double share(String text, Predicate<String> isWord) {
    int all = 0;
    int good = 0;
    for (var words = WORD.matcher(text); words.find() && all < LOOKED_AT; all++) {
      good += isWord.test(words.group()) ? 1 : 0;
    }
    return all == 0 ? 0 : (double) good / all;
  }
}

package vn.lantoa.common;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Whether what is given as a name leads somewhere. Names are put into texts after these were
/// approved: a web address or a number to call in one would go out under a signature nobody gave
/// for it.
public final class AddressInName {

  /// What telephones make a link of: a known ending of a host, or a dot and two small letters.
  /// `PGS.TS`, `Ths.Nguyễn` and `TP.HCM` are none.
  private static final Pattern HOST =
      Pattern.compile(
          "[\\p{L}\\p{N}]\\.(?:(?i:vn|com|net|org|info|edu|gov|int|biz|io|mobi|asia|app|dev|page|web|"
              + "site|online|website|space|tech|cloud|link|click|live|life|today|news|world|work|"
              + "shop|store|club|vip|pro|top|xyz|icu|fun|win|bet|games?|bank|group)|[a-z]{2})(?![\\p{L}\\p{N}])"
              + "|[\\p{L}\\p{N}]\\.\\p{L}{2,}[/:?#]|://|@[\\p{L}\\p{N}]");

  /// Of a placeholder, which would be filled in.
  private static final Pattern BRACES = Pattern.compile("\\{\\{|}}");

  /// Of ten digits from 0, eleven from 84, and the short ones of services.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9])(?:0(?:[ .()-]{0,2}[0-9]){9}|84(?:[ .()-]{0,2}[0-9]){9}"
              + "|1[89]00(?:[ .()-]{0,2}[0-9]){4})");

  /// Browsers part a host by it, too (RFC 3490, 3.1).
  private static final int IDEOGRAPHIC_STOP = 0x3002;

  private AddressInName() {}

  public static boolean isIn(String name) {
    var plain = plain(name);
    return isLink(plain) || BRACES.matcher(plain).find() || NUMBER.matcher(plain).find();
  }

  /// Whether telephones make a link of something in these words.
  public static boolean isLink(String words) {
    return HOST.matcher(words).find();
  }

  /// Wide letters, digits of other scripts and the full stops of other writings lead there as well.
  private static String plain(String name) {
    var plain = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .codePoints()
        .forEach(letter -> {
          int digit = Character.digit(letter, 10);
          plain.appendCodePoint(
              digit >= 0 ? '0' + digit : letter == IDEOGRAPHIC_STOP ? '.' : letter);
        });
    return plain.toString();
  }
}

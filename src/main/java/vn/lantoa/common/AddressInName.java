package vn.lantoa.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/// Whether what is given as a name leads somewhere. Names are put into texts after these were
/// approved: a web address or a number to call in one would go out under a signature nobody gave
/// for it.
public final class AddressInName {

  /// What telephones make a link of, whatever the ending: two small letters, a path, a mailbox.
  private static final Pattern LINK =
      Pattern.compile(
          "[\\p{L}\\p{N}]\\.(?:(?i:vn|io|web)|[a-z]{2})(?![\\p{L}\\p{N}])"
              + "|[\\p{L}\\p{N}]\\.\\p{L}{2,}[/:?#]|://|@[\\p{L}\\p{N}]");

  /// What may be a host if there is such an ending: `evil.casino`, and not `TP.HCM` or
  /// `Ths.Nguyễn`. Of two great letters as in `PGS.TS` it is a title.
  private static final Pattern ENDING =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N}])\\.(?![A-Za-z]{2}(?![\\p{L}\\p{M}\\p{N}]))(\\p{L}[\\p{L}\\p{M}]+)");

  /// All there are (publicsuffix.org).
  private static final PublicSuffixMatcher ENDINGS = PublicSuffixMatcherLoader.getDefault();

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
    return LINK.matcher(words).find()
        || ENDING.matcher(words).results().anyMatch(host -> isEnding(host.group(1)));
  }

  private static boolean isEnding(String word) {
    return ENDINGS.getDomainRoot("x." + word.toLowerCase(Locale.ROOT), DomainType.ICANN) != null;
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

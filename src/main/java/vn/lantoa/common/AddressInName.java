package vn.lantoa.common;

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
              + "|[\\p{L}\\p{N}]\\.\\p{L}{2,}[/:?#]|://|@[\\p{L}\\p{N}]|\\{\\{|}}");

  /// Of ten digits from 0, eleven from 84, and the short ones of services.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9])(?:0(?:[ .()-]{0,2}[0-9]){9}|84(?:[ .()-]{0,2}[0-9]){9}"
              + "|1[89]00(?:[ .()-]{0,2}[0-9]){4})");

  private AddressInName() {}

  public static boolean isIn(String name) {
    return HOST.matcher(name).find() || NUMBER.matcher(name).find();
  }
}

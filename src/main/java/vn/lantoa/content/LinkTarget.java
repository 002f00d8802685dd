package vn.lantoa.content;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Where a link leads, in full, cut so that the host can be set apart: it says whose page it is,
/// and everything else of an address can be made to look like anything.
///
/// @param before the scheme, and a name before an `@`
/// @param host as it was written; empty: there is none
/// @param after port, path and query
/// @param own whether it is the link of the item itself, what `{{link}}` stands for
/// @param foreign whether it leads elsewhere than to the state (`.gov.vn`) or to the host of the
///   link of the item; that link is not measured by itself
public record LinkTarget(String before, String host, String after, boolean own, boolean foreign) {

  /// Read as browsers do, which take a backslash for a slash and forget how many there are.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<before>(?:[a-z][a-z0-9+-]*+:(?![0-9])[/\\\\]*+|[/\\\\]{2,}+)?+(?:[^/\\\\?#]*@)?)"
              + "(?<host>[^/\\\\?#:]*+)(?<after>.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// In plain letters only: of others nobody can see what a browser makes of them.
  private static final Pattern OF_THE_STATE = Pattern.compile("[a-z0-9.-]+\\.gov\\.vn");

  private static final Pattern SCHEME =
      Pattern.compile("^(?:https?://|mailto:)", Pattern.CASE_INSENSITIVE);

  /// @param itemLink empty: the item has none
  static LinkTarget of(String address, String itemLink) {
    var cut = cut(address);
    var before = cut.group("before");
    var host = cut.group("host");
    boolean own = address.equals(itemLink);
    boolean familiar = isOfTheState(host) || (!own && isHostOf(itemLink, host));
    // Several mail boxes in one link: the last one does not speak for the others.
    boolean several = before.indexOf('@') != before.lastIndexOf('@');
    return new LinkTarget(before, host, cut.group("after"), own, !familiar || several);
  }

  /// What two ways of writing the same target share.
  String essence() {
    var bare = SCHEME.matcher(before + host + after).replaceFirst("");
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static MatchResult cut(String address) {
    var cut = ADDRESS.matcher(address);
    if (!cut.matches()) {
      throw new IllegalStateException("Any text can be cut: " + address);
    }
    return cut;
  }

  private static boolean isOfTheState(String host) {
    return OF_THE_STATE.matcher(plain(host)).matches();
  }

  private static boolean isHostOf(String itemLink, String host) {
    return !host.isEmpty() && plain(host).equals(plain(cut(itemLink).group("host")));
  }

  private static String plain(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "").replaceFirst("\\.$", "");
  }
}

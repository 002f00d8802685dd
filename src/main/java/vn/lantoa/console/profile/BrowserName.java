package vn.lantoa.console.profile;

import java.util.List;
import java.util.Map;

/// Which browser on which system somebody is logged in with, as far as it says so itself: enough to
/// know one's own telephone again. Both are brand names, so no language has other words for them.
///
/// @param browser empty: none that is known
/// @param system empty: none that is known
record BrowserName(String browser, String system) {

  /// The first that is found counts: Edge says that it is Chrome, too, and Chrome that it is
  /// Safari.
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("coc_coc_browser", "Cốc Cốc"),
          Map.entry("SamsungBrowser", "Samsung Internet"),
          Map.entry("Firefox", "Firefox"),
          Map.entry("FxiOS", "Firefox"),
          Map.entry("CriOS", "Chrome"),
          Map.entry("Chrome", "Chrome"),
          Map.entry("Safari", "Safari"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Windows", "Windows"),
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Linux", "Linux"));

  static BrowserName of(String agent) {
    return new BrowserName(first(BROWSERS, agent), first(SYSTEMS, agent));
  }

  private static String first(List<Map.Entry<String, String>> known, String agent) {
    return known.stream()
        .filter(one -> agent.contains(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}

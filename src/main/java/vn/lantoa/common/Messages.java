package vn.lantoa.common;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/// The words of all screens and answers, one bundle per part of the program, in Vietnamese and
/// English.
public final class Messages {

  private static final String[] BUNDLES = {
    "messages/common",
    "messages/content",
    "messages/people",
    "messages/campaign",
    "messages/channel",
    "messages/console",
    "messages/outreach",
    "messages/cli",
  };

  private Messages() {}

  public static MessageSource source() {
    var source = new ResourceBundleMessageSource();
    source.setBasenames(BUNDLES);
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setDefaultLocale(java.util.Locale.of("vi"));
    // Always through MessageFormat: one rule for apostrophes and braces in every text.
    source.setAlwaysUseMessageFormat(true);
    return source;
  }
}

package vn.lantoa.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The words of all screens and answers, in Vietnamese and English: one bundle below `messages/`
/// per module, found by being there, under the module's own path.
public final class Messages {

  private static final String ROOT = "messages/";
  private static final String VIETNAMESE = "_vi.properties";

  private Messages() {}

  /// What a terminal is spoken to in: Vietnamese, unless `LANTOA_LANG=en`.
  public static Locale terminalLanguage() {
    return Locale.of("en".equals(System.getenv("LANTOA_LANG")) ? "en" : "vi");
  }

  public static MessageSource source() {
    var source = new ResourceBundleMessageSource();
    source.setBasenames(bundles());
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setDefaultLocale(Locale.of("vi"));
    // Always through MessageFormat: one rule for apostrophes and braces in every text.
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  private static String[] bundles() {
    try {
      var files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + ROOT + "**/*" + VIETNAMESE);
      var names = new TreeSet<String>();
      for (var file : files) {
        var url = file.getURL().toString();
        names.add(url.substring(url.lastIndexOf(ROOT), url.lastIndexOf(VIETNAMESE)));
      }
      return names.toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

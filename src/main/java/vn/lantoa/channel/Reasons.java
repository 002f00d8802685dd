package vn.lantoa.channel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/// The sentences the ledger keeps about a delivery, from the bundle `channel`. In Vietnamese: a row
/// is written once and read by everybody.
public final class Reasons {

  private static final MessageSource TEXTS = texts();
  private static final Locale LEDGER = Locale.of("vi");
  // Seven digits or more in a row: a telephone number, as far as a log is concerned.
  private static final Pattern NUMBER = Pattern.compile("(\\+?\\d{2})\\d{3,}(\\d{2})");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final int LONGEST_QUOTE = 200;

  private Reasons() {}

  /// One sentence.
  ///
  /// @param key without its prefix `channel.`
  public static String say(String key, Object... arguments) {
    return TEXTS.getMessage("channel." + key, arguments, LEDGER);
  }

  static Optional<String> find(String key, Object... arguments) {
    return Optional.ofNullable(TEXTS.getMessage("channel." + key, arguments, null, LEDGER));
  }

  // Of this part only: every letter takes some, and a search through all bundles would cost more
  // than the letter.
  private static MessageSource texts() {
    var source = new ResourceBundleMessageSource();
    source.setBasename("messages/channel");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }

  /// What a provider said, fit for the ledger: one line, not long, no telephone number.
  public static String quote(@Nullable String said) {
    if (said == null) {
      return "";
    }
    var line = CONTROL.matcher(said).replaceAll(" ").strip();
    var masked = NUMBER.matcher(line).replaceAll("$1•••$2");
    return masked.length() <= LONGEST_QUOTE ? masked : masked.substring(0, LONGEST_QUOTE) + "…";
  }
}

package vn.lantoa.lab.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import vn.lantoa.common.Messages;

/// What the bench says, in Vietnamese unless `LANTOA_LANG=en`.
final class Words {

  private static final MessageSource MESSAGES = Messages.source();
  private static final Locale LOCALE = Messages.terminalLanguage();

  private Words() {}

  static String of(String key, Object... arguments) {
    // As they are, not as numbers are formatted.
    var texts = Arrays.stream(arguments).map(String::valueOf).toArray();
    return Objects.requireNonNullElse(MESSAGES.getMessage(key, texts, key, LOCALE), key);
  }
}

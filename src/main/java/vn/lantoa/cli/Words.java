package vn.lantoa.cli;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import vn.lantoa.common.Finding;
import vn.lantoa.common.Messages;

/// What the command line says, in Vietnamese unless `LANTOA_LANG=en`.
final class Words {

  private static final MessageSource MESSAGES = Messages.source();
  private static final Locale LOCALE = Messages.terminalLanguage();

  private Words() {}

  static String of(String key, Object... arguments) {
    return Objects.requireNonNullElse(MESSAGES.getMessage(key, texts(arguments), key, LOCALE), key);
  }

  static String of(Finding finding) {
    var place = finding.line() > 0 ? finding.file() + ":" + finding.line() : finding.file();
    var severity = of(finding.isError() ? "cli.error" : "cli.warning");
    return place
        + ": "
        + severity
        + ": "
        + of("finding." + finding.key(), finding.arguments().toArray());
  }

  static MessageSource source() {
    return MESSAGES;
  }

  static Locale locale() {
    return LOCALE;
  }

  /// Paths and ports as they are typed, not as numbers or objects are formatted.
  private static Object[] texts(Object[] arguments) {
    var texts = new Object[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i] instanceof Long ? arguments[i] : String.valueOf(arguments[i]);
    }
    return texts;
  }
}

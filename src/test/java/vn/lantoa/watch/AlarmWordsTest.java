package vn.lantoa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Messages;
import vn.lantoa.testing.SourceFile;

/// Every alarm says what is wrong and what to do, in both languages.
class AlarmWordsTest {

  private static final Pattern ALARM =
      Pattern.compile("Alarm\\s*\\.(?:bad|warn)\\(\\s*\"([^\"]+)\"");

  @Test
  void everyAlarmHasItsWords() {
    var words = Messages.source();

    var keys =
        SourceFile.main().stream()
            .flatMap(file -> ALARM.matcher(file.text()).results())
            .map(found -> "alarm." + found.group(1))
            .distinct()
            .toList();

    assertThat(keys).hasSizeGreaterThan(14).contains("alarm.day-failed", "alarm.day-ahead");
    for (var locale : List.of(Locale.of("vi"), Locale.ENGLISH)) {
      assertThat(keys)
          .allSatisfy(key -> {
            assertThat(words.getMessage(key, null, "", locale)).isNotEmpty();
            assertThat(words.getMessage(key + ".do", null, "", locale)).isNotEmpty();
          });
    }
  }
}

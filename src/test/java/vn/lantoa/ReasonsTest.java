package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.CodedText;
import vn.lantoa.common.Messages;
import vn.lantoa.testing.SourceFile;

/// What the program keeps as `@` and a key is read by people as words, wherever it is shown.
class ReasonsTest {

  private static final Pattern CODE = Pattern.compile("[\"'](@[a-z][a-z-]*)(?:[\"']|: )");

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void eachHasItsWords(String language) {
    var codes = new TreeSet<String>();
    SourceFile.main()
        .forEach(file ->
            CODE.matcher(file.text()).results().forEach(found -> codes.add(found.group(1))));

    assertThat(codes).contains("@render-failures", "@content-changed", "@crashed", "@cancelled");
    assertThat(codes)
        .allSatisfy(code ->
            assertThat(CodedText.said(code, key -> words(key, language)))
                .as("Write reason.%s into the messages", code.substring(1))
                .isNotEmpty()
                .doesNotStartWith("@"));
  }

  private static String words(String key, String language) {
    return String.valueOf(
        Messages.source().getMessage("reason." + key, null, "", Locale.of(language)));
  }
}

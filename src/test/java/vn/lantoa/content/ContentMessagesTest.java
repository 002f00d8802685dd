package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Whatever these modules find or refuse can be said, in both languages.
class ContentMessagesTest {

  private static final Pattern KEY =
      Pattern.compile(
          "(Refusal|requireSecondPairOfEyesFor|fault|error|warning|Finding\\.\\w+)\\([^;]*?\"((?:content|config)\\.[a-z0-9-]+)\"");

  private static final Set<String> REFUSING = Set.of("Refusal", "requireSecondPairOfEyesFor");

  @Test
  void everyFindingAndRefusalHasItsWords() throws IOException {
    var used = new TreeSet<String>();
    for (var module : List.of("content", "calendar", "common", "channel")) {
      for (var file : sources(Path.of("src/main/java/vn/lantoa", module))) {
        KEY.matcher(Files.readString(file))
            .results()
            .forEach(found ->
                used.add(
                    (REFUSING.contains(found.group(1)) ? "refusal." : "finding.")
                        + found.group(2)));
      }
    }

    assertThat(used).hasSizeGreaterThan(50);
    assertThat(said("vi")).containsExactlyInAnyOrderElementsOf(used);
    assertThat(said("en")).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    var vietnamese = messages("vi");
    var english = messages("en");

    for (var key : vietnamese.stringPropertyNames()) {
      var arguments = new Object[] {"<0>", "<1>", "<2>"};
      var vi = MessageFormat.format(vietnamese.getProperty(key), arguments);
      var en = MessageFormat.format(english.getProperty(key), arguments);
      assertThat(vi).as(key).doesNotContain("'", "{0", "{1", "{2");
      assertThat(en).as(key).doesNotContain("'", "{0", "{1", "{2");
      assertThat(vi.contains("<0>")).as(key).isEqualTo(en.contains("<0>"));
      assertThat(vi.contains("<1>")).as(key).isEqualTo(en.contains("<1>"));
      assertThat(vi.contains("<2>")).as(key).isEqualTo(en.contains("<2>"));
    }
  }

  /// What is found or refused; the bundle holds other words of the module, too.
  private static List<String> said(String language) throws IOException {
    return messages(language).stringPropertyNames().stream()
        .filter(key -> key.startsWith("finding.") || key.startsWith("refusal."))
        .toList();
  }

  private static Properties messages(String language) throws IOException {
    var messages = new Properties();
    try (var reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/messages/content_" + language + ".properties"))) {
      messages.load(reader);
    }
    return messages;
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (var tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}

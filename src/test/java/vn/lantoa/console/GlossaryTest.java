package vn.lantoa.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import vn.lantoa.common.Messages;
import vn.lantoa.console.frame.Nav;
import vn.lantoa.console.frame.StateWords;
import vn.lantoa.content.Section;

/// Every word a screen can show exists, in both languages.
class GlossaryTest {

  private static final Pattern USED = Pattern.compile("page\\.t\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  private final MessageSource messages = Messages.source();

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyStateAndRoleHasALabel(String language) {
    var missing = new ArrayList<String>();

    Stream.of(
            states(),
            sectionsInShort(),
            Stream.of(Nav.values()).filter(nav -> nav != Nav.NONE).map(Nav::key))
        .flatMap(keys -> keys)
        .filter(key -> !exists(key, language))
        .forEach(missing::add);

    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyMessageATemplateAsksForExists(String language) throws IOException {
    var missing = new TreeSet<String>();

    for (var template : templates()) {
      USED.matcher(Files.readString(template))
          .results()
          .map(found -> found.group(1))
          .filter(key -> !exists(key, language))
          .forEach(key -> missing.add(template + ": " + key));
    }

    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void bothLanguagesSayTheSameThings(String bundle) throws IOException {
    var vietnamese = load(bundle + "_vi");
    var english = load(bundle + "_en");

    assertThat(english.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(vietnamese.stringPropertyNames());
    for (var key : vietnamese.stringPropertyNames()) {
      assertThat(places(english.getProperty(key)))
          .as(key)
          .isEqualTo(places(vietnamese.getProperty(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noApostropheEatsAnArgument(String bundle) throws IOException {
    for (var language : List.of("_vi", "_en")) {
      // In a message format a single quote starts a quotation and swallows the braces after it.
      assertThat(load(bundle + language).values())
          .noneMatch(text -> text.toString().replace("''", "").contains("'"));
    }
  }

  @Test
  void noKeyIsInTwoBundles() throws IOException {
    var seen = new TreeMap<String, String>();
    var doubled = new ArrayList<String>();
    for (var bundle : bundles().toList()) {
      for (var key : load(bundle + "_vi").stringPropertyNames()) {
        var before = seen.put(key, bundle);
        if (before != null) {
          doubled.add(key + " in " + before + " and " + bundle);
        }
      }
    }
    assertThat(doubled).isEmpty();
  }

  private boolean exists(String key, String language) {
    return messages.getMessage(key, new Object[] {1, 1, 1}, null, Locale.of(language)) != null;
  }

  /// The keys of all states the rooms declare words for.
  private static Stream<String> states() {
    try (var rooms = new AnnotationConfigApplicationContext()) {
      var scanner = new ClassPathBeanDefinitionScanner(rooms, false);
      scanner.addIncludeFilter(
          new RegexPatternTypeFilter(Pattern.compile("vn\\.lantoa\\.console\\..*States")));
      scanner.addExcludeFilter(
          new RegexPatternTypeFilter(Pattern.compile("vn\\.lantoa\\.console\\.frame\\..*")));
      scanner.scan("vn.lantoa.console");
      rooms.refresh();
      var words = List.copyOf(rooms.getBeansOfType(StateWords.class).values());
      assertThat(words).hasSizeGreaterThan(9);
      return words.stream()
          .flatMap(family -> labels(family.prefix(), (Object[]) family.type().getEnumConstants()));
    }
  }

  private static Stream<String> sectionsInShort() {
    return labels("section-short.", (Object[]) Section.values());
  }

  private static Stream<String> labels(String family, Object... values) {
    return Stream.of(values).map(value -> family + value);
  }

  private static TreeSet<String> places(String text) {
    var places = new TreeSet<String>();
    PLACE.matcher(text).results().forEach(found -> places.add(found.group(1)));
    return places;
  }

  private static List<Path> templates() throws IOException {
    try (var files = Files.walk(Path.of("src/main/jte"))) {
      return files.filter(file -> file.toString().endsWith(".jte")).toList();
    }
  }

  private static final Path MESSAGES = Path.of("src/main/resources/messages");

  static Stream<String> bundles() throws IOException {
    try (var files = Files.walk(MESSAGES)) {
      return files
          .map(file -> MESSAGES.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith("_vi.properties"))
          .map(file -> file.replace("_vi.properties", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Properties load(String bundle) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(MESSAGES.resolve(bundle + ".properties"))) {
      properties.load(reader);
    }
    return properties;
  }
}

package vn.lantoa.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Words the house has given up stay given up: `src/docs/glossary.md` is read as it stands.
class WordsGivenUpTest {

  private static final Path GLOSSARY = Path.of("src/docs/glossary.md");
  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final String SUFFIX = "_vi.properties";
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private record GivenUp(String word, Pattern pattern, String instead, String because) {

    static GivenUp of(String word, String instead, String because) {
      var quoted = Pattern.quote(word);
      var whole =
          Character.isLetter(word.charAt(0)) ? "(?<!\\p{L})" + quoted + "(?!\\p{L})" : quoted;
      int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      return new GivenUp(word, Pattern.compile(whole, flags), instead, because);
    }

    boolean isIn(String text) {
      return pattern.matcher(TAG.matcher(text).replaceAll("")).find();
    }

    String complaint(String where) {
      return where + ": not “" + word + "” but “" + instead + "”, because " + because;
    }
  }

  private final List<GivenUp> givenUp =
      rows("## Given up").stream()
          .flatMap(
              row -> words(row.getFirst()).map(word -> GivenUp.of(word, row.get(1), row.get(2))))
          .toList();

  WordsGivenUpTest() throws IOException {}

  @Test
  void noMessageUsesThem() throws IOException {
    var complaints = new ArrayList<String>();
    for (var file : files(MESSAGES, SUFFIX)) {
      var bundle = bundle(file);
      messages(file)
          .forEach((key, text) ->
              givenUp.stream()
                  .filter(one -> one.isIn(text))
                  .map(one -> one.complaint(bundle + ", " + key))
                  .forEach(complaints::add));
    }

    assertThat(complaints).isEmpty();
  }

  @Test
  void noTemplateUsesThem() throws IOException {
    var complaints = new ArrayList<String>();
    for (var file : files(TEMPLATES, ".jte")) {
      var text = Files.readString(file);
      givenUp.stream()
          // Java and HTML need the straight mark.
          .filter(one -> !one.word().equals("\"") && one.isIn(text))
          .map(one -> one.complaint(file.toString()))
          .forEach(complaints::add);
    }

    assertThat(complaints).isEmpty();
  }

  @Test
  void theGlossaryIsReadAndItsWordsAreFound() {
    var word = GivenUp.of("nhịp", "tốc độ gửi", "it says nothing");

    assertThat(givenUp).hasSizeGreaterThan(30);
    assertThat(word.isIn("Nhịp giảm")).isTrue();
    assertThat(word.isIn("<b title=\"nhịp\">nhịpx</b>")).isFalse();
  }

  private static Stream<String> words(String cell) {
    return Stream.of(cell.split(" · ")).map(String::strip);
  }

  /// The rows of the table below a heading, without its head.
  private static List<List<String>> rows(String heading) throws IOException {
    return Files.readString(GLOSSARY)
        .lines()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line ->
            Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|"))
                .map(String::strip)
                .toList())
        .toList();
  }

  private static String bundle(Path file) {
    var name = MESSAGES.relativize(file).toString().replace('\\', '/');
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static Map<String, String> messages(Path file) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty));
  }

  private static List<Path> files(Path root, String suffix) throws IOException {
    try (var tree = Files.walk(root)) {
      return tree.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}

package vn.lantoa.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lantoa.testing.SourceFile;

/// Each room of the console is whole and keeps to itself: its pages, its words, its looks lie under
/// its own name, and it uses what its package says it uses, in its templates too.
class RoomsTest {

  private static final Pattern SAID_BY_THE_FRAME = Pattern.compile("(nav|refusal|finding)\\.");

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path STATIC = Path.of("src/main/resources/static");
  private static final Path TEMPLATES = Path.of("src/main/jte/console");

  private static final Pattern CALL = Pattern.compile("@template\\.(\\w+\\.\\w+)[.\\w]*\\(");
  private static final Pattern TYPE = Pattern.compile("\\bvn\\.lantoa\\.([a-z.]+)\\.[A-Z]");
  private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][A-Za-z0-9.-]*)\"");

  private final List<Room> rooms = Room.all();
  private final Map<String, String> bundles = bundles();

  @Test
  void aRoomWithPagesHasTemplatesAndWords() {
    assertThat(rooms).hasSizeGreaterThan(10);
    assertThat(rooms)
        .filteredOn(Room::hasPages)
        .allSatisfy(room -> {
          assertThat(room.templates()).as(room.name()).isNotEmpty();
          assertThat(bundles).as(room.name()).containsValue("console." + room.name());
        });
  }

  @Test
  void nothingLiesUnderTheNameOfARoomThatIsNone() {
    var names = rooms.stream().map(Room::name).toList();

    assertThat(Room.names(TEMPLATES)).isSubsetOf(names);
    assertThat(stems(MESSAGES.resolve("console"), "_(vi|en)\\.properties")).isSubsetOf(names);
    assertThat(stems(STATIC.resolve("css/console"), "\\.css")).isSubsetOf(names);
    assertThat(stems(STATIC.resolve("js/console"), "\\.js")).isSubsetOf(names);
  }

  @Test
  void templatesUseWhatTheirRoomMayUse() {
    assertThat(rooms)
        .allSatisfy(room ->
            assertThat(room.templates())
                .allSatisfy(template -> {
                  assertThat(found(CALL, template))
                      .as(in(room, template))
                      .isSubsetOf(room.allowed());
                  assertThat(found(TYPE, template))
                      .as(in(room, template))
                      .isSubsetOf(room.allowed());
                }));
  }

  @Test
  void noRoomAsksTheDatabaseItself() {
    assertThat(rooms.stream().flatMap(Room::files))
        .allSatisfy(file -> {
          assertThat(file.text())
              .as(file.path())
              .doesNotContain("org.springframework.jdbc", "java.sql", "javax.sql");
          assertThat(file.statements()).as(file.path()).isEmpty();
        });
  }

  /// A word that several rooms say is the frame's.
  @Test
  void aRoomSaysItsOwnWordsAndThoseOfWhatItMayUse() {
    var foreign = new TreeSet<String>();

    for (var room : rooms) {
      room.files()
          .forEach(file ->
              said(room, file)
                  .filter(key -> !room.allowed().contains(bundles.get(key)))
                  .forEach(
                      key -> foreign.add(in(room, file) + ": " + key + " of " + bundles.get(key))));
    }

    assertThat(foreign).isEmpty();
  }

  @Test
  void noRoomKeepsWordsItDoesNotSay() {
    for (var room : rooms) {
      var said = new TreeSet<String>();
      var sayers = room.name().equals(Room.FRAME) ? rooms : List.of(room);
      sayers.forEach(one -> one.files().forEach(file -> said(one, file).forEach(said::add)));

      assertThat(bundles.keySet())
          .filteredOn(key -> ("console." + room.name()).equals(bundles.get(key)))
          // The frame says these: in its menu, when something is refused, and of what is found.
          .filteredOn(key -> !SAID_BY_THE_FRAME.matcher(key).lookingAt())
          .isSubsetOf(said);
    }
  }

  /// The words a file asks for, and those that begin as it says: `"run." + status`.
  private Stream<String> said(Room room, SourceFile file) {
    return found(LITERAL, file).stream()
        .flatMap(literal ->
            bundles.keySet().stream().filter(isMeantBy(literal, room.name().equals(Room.FRAME))));
  }

  private Predicate<String> isMeantBy(String literal, boolean inTheFrame) {
    if (!literal.endsWith(".")) {
      return literal::equals;
    }
    // The frame shows what others name.
    return key ->
        key.startsWith(literal) && (!inTheFrame || "console.frame".equals(bundles.get(key)));
  }

  private static String in(Room room, SourceFile file) {
    return room.name() + "/" + file.path();
  }

  private static Set<String> found(Pattern pattern, SourceFile file) {
    var found = new TreeSet<String>();
    pattern.matcher(file.text()).results().forEach(one -> found.add(one.group(1)));
    return found;
  }

  private static Stream<String> stems(Path folder, String ending) {
    return Room.names(folder).map(name -> name.replaceFirst(ending + "$", ""));
  }

  /// Every key of every bundle, and the module the bundle belongs to.
  private static Map<String, String> bundles() {
    var bundles = new TreeMap<String, String>();
    for (var file : SourceFile.below(MESSAGES, "_vi.properties")) {
      var module = file.path().replace("_vi.properties", "").replace('/', '.');
      keys(file).forEach(key -> bundles.put(key, module));
    }
    return bundles;
  }

  private static Set<String> keys(SourceFile file) {
    var properties = new Properties();
    try {
      properties.load(new java.io.StringReader(file.text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames();
  }
}

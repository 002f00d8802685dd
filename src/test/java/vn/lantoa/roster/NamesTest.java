package vn.lantoa.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.content.RendererExamples;

/// Which names are taken, and as what.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesTest {

  private static final Set<Integer> UNSEEN =
      Stream.of(
              Character.CONTROL,
              Character.FORMAT,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR)
          .map(Byte::intValue)
          .collect(Collectors.toUnmodifiableSet());

  private final RosterExamples office = new RosterExamples();
  private final PersonForm form = office.form();

  /// Whatever is taken can be put into a text.
  @Test
  void whatIsTakenCanBeSent() {
    var names =
        Stream.concat(
            IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> UNSEEN.contains(Character.getType(character)))
                .mapToObj(Character::toString)
                .flatMap(one -> Stream.of("Nguyễn" + one + "An", one + "An", "An" + one)),
            Stream.of(
                "\u0301An", "An\u0301", "\uE001An", "An\uD800", "An\u0378", "An \uD83D\uDE00"));

    var taken = names.flatMap(name -> name(name).stream()).distinct().toList();

    assertThat(taken).contains("NguyễnAn", "Nguyễn An", "An", "An \uD83D\uDE00");
    assertThat(taken)
        .allSatisfy(name ->
            assertThat(RendererExamples.rendered("Chào {{recipient.name}}", name))
                .isEqualTo("Chào " + Normalizer.normalize(name, Normalizer.Form.NFC)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF})
  void whatComesAlongUnseenIsLeftOut(int character) {
    var unseen = Character.toString(character);

    assertThat(name(unseen + "Nguyễn " + unseen + " A" + unseen + "n" + unseen))
        .hasValue("Nguyễn An");
  }

  @ParameterizedTest
  @ValueSource(ints = {'\n', '\t', 0x85, 0xA0, 0x2003, 0x2028, 0x2029, 0x202F, 0x3000})
  void anEndOfALineIsABlank(int character) {
    var blank = Character.toString(character);

    assertThat(name(blank + "Nguyễn" + blank + blank + "An" + blank)).hasValue("Nguyễn An");
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 0x202A, 0x202E, 0x2066, 0x2069, 0xE001, 0xE0001})
  void whatControlsOrTurnsTheWritingIsRefused(int character) {
    var read =
        form.read(office.org.commune().id(), typed("Nguyễn" + Character.toString(character)));

    assertThat(read.errors().get(Field.NAME)).extracting(RowNote::key).isEqualTo("name-characters");
  }

  private Optional<String> name(String typed) {
    return form.read(office.org.commune().id(), typed(typed)).person().map(person -> person.name());
  }

  private static Map<Field, String> typed(String name) {
    return Map.of(Field.NAME, name, Field.AUDIENCE, "phu-huynh", Field.PHONE, "0912345678");
  }
}

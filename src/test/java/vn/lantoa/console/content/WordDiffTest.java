package vn.lantoa.console.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.console.content.WordDiff.Kind;
import vn.lantoa.console.content.WordDiff.Piece;

class WordDiffTest {

  @Test
  void marksWholeWords() {
    assertThat(WordDiff.between("Gọi số 1022, miễn phí.", "Gọi số 1900 1022, hoàn toàn miễn phí."))
        .containsExactly(
            new Piece(Kind.KEPT, "Gọi số "),
            new Piece(Kind.ADDED, "1900 "),
            new Piece(Kind.KEPT, "1022, "),
            new Piece(Kind.ADDED, "hoàn toàn "),
            new Piece(Kind.KEPT, "miễn phí."));
    assertThat(WordDiff.between("Gọi số 1022", "Gọi số 1022 ngay"))
        .containsExactly(new Piece(Kind.KEPT, "Gọi số 1022"), new Piece(Kind.ADDED, " ngay"));
    assertThat(WordDiff.between("ở xã.", "ở xã Tân Phú."))
        .containsExactly(
            new Piece(Kind.KEPT, "ở xã"),
            new Piece(Kind.ADDED, " Tân Phú"),
            new Piece(Kind.KEPT, "."));
    assertThat(WordDiff.between("má", "mà"))
        .containsExactly(new Piece(Kind.REMOVED, "má"), new Piece(Kind.ADDED, "mà"));
    assertThat(WordDiff.between("", "")).isEmpty();
  }

  @Test
  void losesNothingOfEitherText() {
    var before = "  Dòng một\n\n- ý {{link}} 😀\n";
    var now = "Dòng hai\n- ý **mới** {{link}}! ";

    var pieces = WordDiff.between(before, now);

    assertThat(text(pieces, Kind.ADDED)).isEqualTo(before);
    assertThat(text(pieces, Kind.REMOVED)).isEqualTo(now);
  }

  @Test
  void ofALongTextTheLinesThatWereChangedAreCompared() {
    var before =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "Câu " + i + " như mọi câu.\n")
            .collect(Collectors.joining());
    var now = before.replace("Câu 700 như mọi", "Câu 700 như các").concat("Thêm một dòng.");

    assertThat(WordDiff.between(before, now))
        .filteredOn(piece -> piece.kind() != Kind.KEPT)
        .containsExactly(
            new Piece(Kind.REMOVED, "mọi"),
            new Piece(Kind.ADDED, "các"),
            new Piece(Kind.ADDED, "Thêm một dòng."));
  }

  /// Compared word by word they took a processor for half a minute each.
  @ParameterizedTest
  @ValueSource(strings = {"\n", " "})
  @Timeout(20)
  void textsThatHaveNothingInCommonAreReplaced(String between) {
    var before = words("a", between);
    var now = words("b", between);

    for (int i = 0; i < 20; i++) {
      assertThat(WordDiff.between(before, now))
          .containsExactly(new Piece(Kind.REMOVED, before), new Piece(Kind.ADDED, now));
    }
  }

  private static String words(String letter, String between) {
    return IntStream.range(0, 17_000)
        .mapToObj(i -> letter + i)
        .collect(Collectors.joining(between));
  }

  private static String text(List<Piece> pieces, Kind leftOut) {
    return pieces.stream()
        .filter(piece -> piece.kind() != leftOut)
        .map(Piece::text)
        .collect(Collectors.joining());
  }
}

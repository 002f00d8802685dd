package vn.lantoa.console.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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

  private static String text(List<Piece> pieces, Kind leftOut) {
    return pieces.stream()
        .filter(piece -> piece.kind() != leftOut)
        .map(Piece::text)
        .collect(Collectors.joining());
  }
}

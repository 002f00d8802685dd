package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lantoa.testing.SourceFile;

/// Files stay about one thing: half of them fit on a screen, nine in ten on two or three, and none
/// is a book.
class SizesTest {

  private static final int MEDIAN = 55;
  private static final int NINE_IN_TEN = 150;
  private static final int LONGEST = 350;

  @Test
  void halfOfTheFilesAreShort() {
    assertThat(shareOf(0.5)).isLessThanOrEqualTo(MEDIAN);
  }

  @Test
  void nineInTenAreNotLong() {
    assertThat(shareOf(0.9)).isLessThanOrEqualTo(NINE_IN_TEN);
  }

  @Test
  void noneIsABook() {
    var all = Stream.concat(SourceFile.main().stream(), SourceFile.test().stream());

    assertThat(all.filter(file -> file.lines() > LONGEST).map(SourceFile::path)).isEmpty();
  }

  /// So many lines that this share of the program's files has no more.
  private static int shareOf(double share) {
    var lines = SourceFile.main().stream().map(SourceFile::lines).sorted().toList();
    return lines.get((int) Math.ceil(share * lines.size()) - 1);
  }
}

package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The answers of CONTRIBUTING to "where do I change …?" lead somewhere.
class WhereToChangeTest {

  private static final Pattern ROW = Pattern.compile("\\| ([^|`]+) \\| ([^|]*`[^|]*) \\|");
  private static final Pattern PLACE = Pattern.compile("`([a-z]+/[^`]+)`");

  @ParameterizedTest
  @MethodSource("rows")
  void isWhereItSaysItIs(String row) {
    var places = PLACE.matcher(row).results().map(place -> place.group(1)).toList();

    assertThat(places).as(row).isNotEmpty().allMatch(place -> Files.exists(Path.of(place)));
  }

  @Test
  void answersTenQuestionsAndMore() throws IOException {
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(10);
  }

  static List<String> rows() throws IOException {
    var text = Files.readString(Path.of(".github/CONTRIBUTING.md"));
    var table =
        text.substring(text.indexOf("Where do I change"), text.indexOf("Easy to get wrong"));
    return ROW.matcher(table).results().map(row -> row.group()).toList();
  }
}

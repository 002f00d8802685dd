package vn.lantoa.console.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.console.ListedFiles;

/// A file that Excel opens by a double click, and that does nothing there.
class CsvSheetTest {

  @Test
  void saysThatItIsUtf8AndPartsColumnsBySemicolons() throws IOException {
    var text = new String(file("Đỗ Ngân", "a;b"), StandardCharsets.UTF_8);

    assertThat(text).startsWith("\uFEFF\"Một\";\"Hai\"").contains("\"Đỗ Ngân\";\"a;b\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+84912000001",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\t1",
        " =1",
        "\u00A0=1",
        "\u200B=1",
        "\uFEFF=1",
        "\uFF1D1+1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20SUM(A1)",
        "\uFE661",
        "\u22121+1",
        "|calc",
        "-1+cmd|' /C calc'!A0"
      })
  void noCellIsAFormula(String typed) throws IOException {
    assertThat(ListedFiles.rows(file(typed, "")).get(1).getFirst()).isEqualTo("'" + typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n", "\u2028", "\u2029", "\u0085", "\u000B", "\f"})
  void aRowIsOneLine(String lineBreak) throws IOException {
    var text =
        new String(file("An" + lineBreak + "=1+1", lineBreak + "=1"), StandardCharsets.UTF_8);

    assertThat(text.strip().split("\\R")).hasSize(2);
    assertThat(text).contains("\"An =1+1\";\"' =1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|", "\"", "\";\""})
  void noSignInAFieldPartsIt(String sign) throws IOException {
    var typed = "An" + sign + "=1+1";

    assertThat(ListedFiles.rows(file(typed, "b")).get(1)).containsExactly(typed, "b");
    assertThat(new String(file(typed, "b"), StandardCharsets.UTF_8))
        .contains("\"" + typed.replace("\"", "\"\"") + "\";\"b\"");
  }

  @Test
  void daysAndNumbersReadAsOnThePage() throws IOException {
    assertThat(
            ListedFiles.rows(file(LocalDate.of(2026, 10, 9), Instant.parse("2026-10-09T17:00:00Z")))
                .get(1))
        .containsExactly("09/10/2026", "10/10/2026 00:00");
    assertThat(ListedFiles.rows(file(-5, null)).get(1)).containsExactly("-5", "");
  }

  private static byte[] file(@Nullable Object... row) throws IOException {
    var out = new ByteArrayOutputStream();
    var sheet = new CsvSheet(out, List.of("Một", "Hai"));
    sheet.row(Arrays.<@Nullable Object>asList(row));
    sheet.finish();
    return out.toByteArray();
  }
}

package vn.lantoa.console.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.console.ListedFiles;

/// The workbook as Excel finds it.
class XlsxSheetTest {

  private static final List<String> HEADINGS =
      List.of("Họ tên", "Số điện thoại", "Ngày", "Lúc", "Số");

  @Test
  void headingStaysInSightAndFilters() throws IOException {
    var sheet = sheets(9_999, row("An", "+84912000001")).get("xl/worksheets/sheet1.xml");

    assertThat(sheet)
        .contains("state=\"frozen\"", "ySplit=\"1\"", "<autoFilter ref=\"A1:E2\"", "<cols>");
  }

  @Test
  void aTelephoneNumberAndAFormulaAreTextsDaysAndNumbersAreWhatTheyAre() throws IOException {
    var parts = sheets(9_999, row("=1+1", "+84912000001"));

    var sheet = String.valueOf(parts.get("xl/worksheets/sheet1.xml"));
    assertThat(sheet).doesNotContain("<f>");
    assertThat(cell(sheet, "A2")).contains("inlineStr").contains("=1+1");
    assertThat(cell(sheet, "B2")).contains("inlineStr").contains("+84912000001");
    // 10 October 2026, and half past seven that day in Viet Nam.
    assertThat(cell(sheet, "C2")).contains("46305").doesNotContain("inlineStr");
    assertThat(cell(sheet, "D2")).contains("46305.3125").doesNotContain("inlineStr");
    assertThat(cell(sheet, "E2")).contains("<v>12</v>").doesNotContain("inlineStr");
    assertThat(parts.get("xl/styles.xml")).contains("dd/mm/yyyy hh:mm");
  }

  @Test
  void whatIsMoreThanASheetHoldsGoesOnOnTheNext() throws IOException {
    var rows = new Object[5][];
    Arrays.setAll(rows, n -> row("Người " + n, ""));

    var parts = sheets(3, rows);

    assertThat(parts.keySet().stream().filter(name -> name.startsWith("xl/worksheets/sheet")))
        .hasSize(3);
    assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("Người 0", "Người 1");
    assertThat(parts.get("xl/worksheets/sheet3.xml")).contains("Họ tên", "Người 4");
  }

  @Test
  void manyRowsAreWrittenAsTheyCome() throws IOException {
    var rows = new Object[1_201][];
    Arrays.setAll(rows, n -> row("Người " + n, ""));

    var sheet = sheets(9_999, rows).get("xl/worksheets/sheet1.xml");

    assertThat(sheet).contains("Người 0<", "Người 499<", "Người 500<", "Người 1200<", "<cols>");
  }

  @Test
  void noTextIsTooLongForACell() throws IOException {
    assertThat(sheets(9_999, row("a".repeat(40_000), "")).get("xl/worksheets/sheet1.xml"))
        .contains("a".repeat(32_767))
        .doesNotContain("a".repeat(32_768));
  }

  private static Object[] row(String name, String phone) {
    return new Object[] {
      name, phone, LocalDate.of(2026, 10, 10), Instant.parse("2026-10-10T00:30:00Z"), 12
    };
  }

  private static String cell(String sheet, String reference) {
    var cell = Pattern.compile("<c r=\"" + reference + "\".*?</c>").matcher(sheet);
    assertThat(cell.find()).as(reference).isTrue();
    return cell.group();
  }

  private static Map<String, String> sheets(int rowsOfASheet, Object[]... rows) throws IOException {
    var out = new ByteArrayOutputStream();
    var sheet = new XlsxSheet(out, "Người nhận: [tất cả]", HEADINGS, rowsOfASheet);
    for (var row : rows) {
      sheet.row(Arrays.<@Nullable Object>asList(row));
    }
    sheet.finish();
    return ListedFiles.parts(out.toByteArray());
  }
}

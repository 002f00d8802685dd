package vn.lantoa.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Refusal;

class SheetFilesTest {

  @TempDir private Path folder;

  @Test
  void f8AWorkbookIsReadByItsRealRows() throws IOException {
    var rows =
        rows(
            workbook(out -> {
              var book = new Workbook(out, "x", "1.0");
              var sheet = book.newWorksheet("Lớp 6A");
              sheet.value(0, 0, "DANH SÁCH");
              sheet.range(0, 0, 0, 3).merge();
              sheet.value(3, 0, "Nguyễn An\u00A0");
              sheet.value(3, 1, 912345678L);
              sheet.value(3, 2, LocalDate.of(2026, 9, 5));
              sheet.style(3, 2).format("dd/mm/yyyy").set();
              sheet.formula(3, 3, "1+1");
              // One unit for both rows.
              sheet.value(3, 4, "Trường Một");
              sheet.range(3, 4, 4, 4).merge();
              sheet.value(4, 0, "Trần Bình");
              sheet.value(4, 9, "");
              book.finish();
            }));

    assertThat(rows).extracting(SheetRow::number).containsExactly(1, 4, 5);
    assertThat(rows.get(1).cells()).startsWith("Nguyễn An", "912345678", "05/09/2026");
    assertThat(rows.get(1).cell(4)).isEqualTo("Trường Một");
    assertThat(rows.get(2).cells()).containsExactly("Trần Bình", "", "", "", "Trường Một");
  }

  @Test
  void aWorkbookWithNothingButItsRowsIsRead() throws IOException {
    var file = folder.resolve("tran");
    BareWorkbook.write(
        file, "<row><c t='inlineStr'><is><t>An</t></is></c><c><v>912345678</v></c></row>", "");

    assertThat(rows(file)).containsExactly(new SheetRow(1, List.of("An", "912345678")));
  }

  @Test
  void hiddenSheetsAreNotRead() throws IOException {
    var file =
        workbook(out -> {
          var book = new Workbook(out, "x", "1.0");
          book.newWorksheet("Ẩn").setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
          book.newWorksheet("Thấy").value(0, 0, "x");
          book.finish();
        });

    try (var open = SheetFiles.open(file)) {
      assertThat(open.sheets()).containsExactly("Thấy");
    }
  }

  @Test
  void f8AWorkbookOfOlderExcelsIsRead() throws IOException {
    var file =
        workbook(out -> {
          try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet("Lớp");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue("Nguyễn An");
            row.createCell(1).setCellValue(912345678d);
            row.createCell(2).setCellValue("Tổ 1");
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 2, 2));
            sheet.createRow(3).createCell(0).setCellValue("Trần Bình");
            book.write(out);
          }
        });

    assertThat(rows(file))
        .containsExactly(
            new SheetRow(3, List.of("Nguyễn An", "912345678", "Tổ 1")),
            new SheetRow(4, List.of("Trần Bình", "", "Tổ 1")));
  }

  @Test
  void f8ASheetOfLibreOfficeIsRead() throws IOException {
    var content =
        """
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
          xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
        <office:body><office:spreadsheet><table:table table:name="Lớp">
        <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="9"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>Nguyễn<text:s/>An</text:p></table:table-cell>
        <table:table-cell office:value-type="float" office:value="912345678"><text:p>9,12E+08</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2026-09-05"><text:p>5/9/26</text:p></table:table-cell>
        <table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>Tổ 1</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>Trần Bình</text:p></table:table-cell>
        <table:table-cell table:number-columns-repeated="2"/><table:covered-table-cell/></table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>
        """;

    assertThat(rows(zip("mimetype", "content.xml", content)))
        .containsExactly(
            new SheetRow(3, List.of("Nguyễn An", "912345678", "05/09/2026", "Tổ 1")),
            new SheetRow(4, List.of("Trần Bình", "", "", "Tổ 1")));
  }

  @Test
  void aTableInHtmlUnderTheNameOfAWorkbookIsRead() throws IOException {
    var file =
        text(
            "<html><meta charset='utf-8'><table><tr><td colspan=2>DS</td></tr>"
                + "<tr><td rowspan=2>Tổ 1</td><td>Nguyễn An</td></tr><tr><td>Trần Bình</td></tr></table></html>");

    assertThat(rows(file))
        .containsExactly(
            new SheetRow(1, List.of("DS")),
            new SheetRow(2, List.of("Tổ 1", "Nguyễn An")),
            new SheetRow(3, List.of("Tổ 1", "Trần Bình")));
  }

  @Test
  void cellsOfATextMayHoldLinesQuotesAndSeparators() throws IOException {
    assertThat(rows(text("a;b;c\r\n\"x\ny\";\"z \"\"w\"\"\";\"1;2\"\r\rd;e;f")))
        .containsExactly(
            new SheetRow(1, List.of("a", "b", "c")),
            new SheetRow(2, List.of("x\ny", "z \"w\"", "1;2")),
            new SheetRow(5, List.of("d", "e", "f")));
  }

  @Test
  void manyOpenQuotesSpoilTheirRowsAndTakeNoLongTime() throws IOException {
    var text = "a,b\n" + "\"open,1\n".repeat(100_000);

    var rows = rows(text(text));

    assertThat(rows).hasSize(100_001);
    assertThat(rows.subList(1, rows.size())).allMatch(row -> row.brokenAt() == 1);
  }

  @Test
  void whatUnfoldsIntoTooMuchIsRefused() throws IOException {
    var file =
        workbook(out -> {
          try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
              zip.write(zeros);
            }
          }
        });

    assertThat(Files.size(file)).isLessThan(200_000);
    assertRefused("import.unfolds", file);
  }

  @Test
  void aLockedWorkbookSaysSo() throws IOException {
    var file =
        workbook(out -> {
          try (var files = new POIFSFileSystem()) {
            files.createDocument(new java.io.ByteArrayInputStream(new byte[9]), "EncryptedPackage");
            files.writeFilesystem(out);
          }
        });

    assertRefused("import.password", file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7 x",
        "{\\rtf1 x",
        "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"
      })
  void whatIsNoTableSaysWhatToDo(String head) throws IOException {
    assertRefused("import.no-table", text(head));
  }

  @Test
  void aDamagedFileIsSaidToBeOne() throws IOException {
    assertRefused("import.damaged", text("PK\u0003\u0004 and nothing more"));
    assertRefused("import.no-table", zip("word/document.xml", "content", "x"));
    var noise = new ByteArrayOutputStream();
    for (int i = 0; i < 3_000; i++) {
      noise.write(128 + i * 37 % 127);
    }
    assertRefused("import.encoding", Files.write(folder.resolve("noise"), noise.toByteArray()));
  }

  @Test
  void nothingOutsideTheFileIsRead() throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "BÍ MẬT");
    var content =
        "<!DOCTYPE x [<!ENTITY s SYSTEM '"
            + secret.toUri()
            + "'>]><office:d xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'><table:table table:name='a'>"
            + "<table:table-row><table:table-cell>&s;</table:table-cell></table:table-row></table:table></office:d>";

    assertThatThrownBy(() -> rows(zip("mimetype", "content.xml", content)))
        .isInstanceOf(Refusal.class);
  }

  private static void assertRefused(String key, Path file) {
    assertThatThrownBy(() -> SheetFiles.open(file))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  private static List<SheetRow> rows(Path file) {
    var rows = new ArrayList<SheetRow>();
    try (var open = SheetFiles.open(file)) {
      open.read(0, rows::add);
    }
    return rows;
  }

  private Path text(String text) throws IOException {
    return Files.write(folder.resolve("x.txt"), text.getBytes(UTF_8));
  }

  private Path zip(String first, String second, String content) throws IOException {
    return workbook(out -> {
      try (var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(first));
        zip.putNextEntry(new ZipEntry(second));
        zip.write(content.getBytes(UTF_8));
      }
    });
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
  }

  private Path workbook(Writing writing) throws IOException {
    var file = folder.resolve("x.bin");
    try (var out = Files.newOutputStream(file)) {
      writing.to(out);
    }
    return file;
  }

  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }
}

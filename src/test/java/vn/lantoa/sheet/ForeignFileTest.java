package vn.lantoa.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignFileTest {

  @TempDir private Path folder;

  /// Half a kilobyte that told of two thousand million rows, and of as many columns.
  @Test
  void whatIsRepeatedEndlesslyIsReadAThousandTimes() throws IOException {
    var many = " table:number-columns-repeated='2147483647'";
    var cell = "<table:table-cell%s><text:p>An</text:p></table:table-cell>".formatted(many);
    var row =
        "<table:table-row table:number-rows-repeated='2147483647'>%s</table:table-row>"
            .formatted(cell.repeat(5));

    var rows = rows(document(row.repeat(3)));

    assertThat(rows).hasSize(1_000);
    assertThat(rows).allMatch(one -> one.cells().size() == Cells.MOST_COLUMNS);
  }

  @Test
  void aTextOfEmptyRowsComesToAnEnd() throws IOException {
    var list = Files.writeString(folder.resolve("a.csv"), "Họ tên,Lớp\n" + "\n".repeat(2_100_000));

    assertThatThrownBy(() -> rows(list)).hasMessageContaining("import.unfolds");
  }

  @Test
  void aFileWithMoreTablesThanAnybodyChoosesFromIsRefused() throws IOException {
    var page = Files.writeString(folder.resolve("a.html"), "<table><tr><td>x</table>".repeat(501));

    assertThatThrownBy(() -> SheetFiles.open(page)).hasMessageContaining("import.unfolds");
  }

  @Test
  void aWorkbookWhoseSheetIsNotThereIsDamaged() throws IOException {
    var file = folder.resolve("thieu");
    BareWorkbook.write(file, "", "");
    var without = folder.resolve("thieu-trang");
    copyWithout(file, without, "xl/worksheets/sheet1.xml");

    assertThatThrownBy(() -> rows(without)).hasMessageContaining("import.damaged");
  }

  /// Which is no fault of the file, and must not be told as one.
  @Test
  void whatGoesWrongWithWhoTakesTheRowsIsToldAsItIs() throws IOException {
    var list = Files.writeString(folder.resolve("a.csv"), "Họ tên,Lớp\nAn,6A\n");

    try (var file = SheetFiles.open(list)) {
      assertThatThrownBy(() ->
              file.read(
                  0,
                  _ -> {
                    throw new IllegalStateException("no room left");
                  }))
          .hasMessage("no room left");
    }
  }

  /// One place is kept for the others, and is free again whatever becomes of a file.
  @Test
  void aFileThatCannotBeReadLeavesItsPlace() throws IOException {
    var nothing = Files.write(folder.resolve("a"), "%PDF-1.7".getBytes(UTF_8));
    var list = Files.writeString(folder.resolve("a.csv"), "Họ tên,Lớp\nAn,6A\n");
    int processors = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < 2 * processors; i++) {
      assertThatThrownBy(() -> SheetFiles.open(nothing)).hasMessageContaining("import.no-table");
    }

    var open = new ArrayList<SheetFile>();
    try {
      for (int i = 0; i < Math.max(1, processors - 1); i++) {
        open.add(SheetFiles.open(list));
      }
      assertThat(new HashSet<>(open)).hasSameSizeAs(open);
    } finally {
      open.forEach(SheetFile::close);
    }
  }

  private static List<SheetRow> rows(Path file) {
    var rows = new ArrayList<SheetRow>();
    try (var open = SheetFiles.open(file)) {
      open.read(0, rows::add);
    }
    return rows;
  }

  private Path document(String rows) throws IOException {
    var file = folder.resolve("a.ods");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(
          """
          <office:d xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'
            xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'
            xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>
          <table:table table:name='a'>%s</table:table></office:d>\
          """
              .formatted(rows)
              .getBytes(UTF_8));
    }
    return file;
  }

  private static void copyWithout(Path from, Path to, String part) throws IOException {
    try (var zip = new ZipFile(from.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (var entry : zip.stream().toList()) {
        if (!entry.getName().equals(part)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          zip.getInputStream(entry).transferTo(out);
        }
      }
    }
  }
}

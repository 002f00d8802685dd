package vn.lantoa.console.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.lantoa.console.frame.Page;
import vn.lantoa.roster.Field;
import vn.lantoa.roster.Layout;
import vn.lantoa.roster.Rosters.RefusedRow;
import vn.lantoa.roster.RowNote;
import vn.lantoa.sheet.SheetKind;
import vn.lantoa.sheet.SheetRow;
import vn.lantoa.sheet.SheetWriter;

/// The rows of a file that were refused, as a file of the same kind with the reason in the last
/// column: correct them and send them again.
final class RefusedRows {

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Layout layout;
  private final Page page;
  private final String why;
  private final List<Integer> columns;

  RefusedRows(Layout layout, Page page) {
    this.layout = layout;
    this.page = page;
    why = page.t("import.why");
    // Reasons of an earlier round are not kept.
    columns =
        IntStream.range(0, Math.max(layout.headings().size(), layout.fields().size()))
            .filter(column -> !heading(column).equalsIgnoreCase(why))
            .boxed()
            .toList();
  }

  ResponseEntity<byte[]> file(Consumer<RefusedRow> refused) throws IOException {
    var out = new ByteArrayOutputStream();
    boolean text = layout.form().kind() == SheetKind.CSV;
    var sheet =
        text
            ? SheetWriter.csv(out, layout.form().separator())
            : SheetWriter.xlsx(out, page.t("import.refused-sheet"));
    sheet.row(row(columns.stream().map(this::heading).toList(), why));
    refused.accept((row, notes) -> write(sheet, row, notes));
    sheet.finish();
    return text
        ? csv("dong-can-sua.csv", out.toByteArray())
        : xlsx("dong-can-sua.xlsx", out.toByteArray());
  }

  private void write(SheetWriter sheet, SheetRow row, List<RowNote> notes) {
    var reasons =
        notes.stream()
            .map(note -> page.t("import.row." + note.key(), note.detail()))
            .collect(Collectors.joining(" "));
    try {
      sheet.row(row(columns.stream().map(row::cell).toList(), reasons));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> row(List<String> cells, String last) {
    var row = new ArrayList<>(cells);
    row.add(last);
    return row;
  }

  /// As in the file; where that had none, what the column was said to hold.
  private String heading(int column) {
    var heading = column < layout.headings().size() ? layout.headings().get(column) : "";
    var field = column < layout.fields().size() ? layout.fields().get(column) : Field.NOTHING;
    // The names of a heading drawn over two columns.
    return heading.isEmpty() || field == Field.FAMILY || field == Field.GIVEN
        ? field.heading()
        : heading;
  }

  static ResponseEntity<byte[]> csv(String name, byte[] bytes) {
    return file(name, new MediaType("text", "csv", StandardCharsets.UTF_8), bytes);
  }

  static ResponseEntity<byte[]> xlsx(String name, byte[] bytes) {
    return file(name, XLSX, bytes);
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }
}

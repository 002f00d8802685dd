package vn.lantoa.console.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import vn.lantoa.sheet.SheetWriter;

/// Workbooks to send.
final class SheetExamples {

  private SheetExamples() {}

  static byte[] xlsx(List<List<String>> rows) throws IOException {
    var out = new ByteArrayOutputStream();
    var sheet = SheetWriter.xlsx(out, "Trang");
    for (var row : rows) {
      sheet.row(row);
    }
    sheet.finish();
    return out.toByteArray();
  }
}

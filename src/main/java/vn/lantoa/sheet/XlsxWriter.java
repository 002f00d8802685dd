package vn.lantoa.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A table as a workbook. Its cells are formatted as text: a number typed into them keeps its zero,
/// too.
final class XlsxWriter implements SheetWriter {

  private static final int HELD = 500;
  private static final int LONGEST_TEXT = 32_767;
  private static final int WIDTH = 22;

  private final Workbook book;
  private final Worksheet sheet;
  private int row;

  XlsxWriter(OutputStream out, String name) {
    book = new Workbook(out, "Lan Toa", "1.0");
    sheet = book.newWorksheet(name);
  }

  @Override
  public void row(List<String> cells) throws IOException {
    for (int column = 0; column < cells.size(); column++) {
      var cell = cells.get(column);
      sheet.inlineString(
          row, column, cell.length() > LONGEST_TEXT ? cell.substring(0, LONGEST_TEXT) : cell);
      if (row == 0) {
        sheet.width(column, WIDTH);
        sheet.style(0, column).bold().fillColor("DCE6F2").set();
      } else {
        sheet.style(row, column).format("@").set();
      }
    }
    if (row == 0) {
      sheet.freezePane(0, 1);
    }
    if (++row % HELD == 0) {
      sheet.flush();
    }
  }

  @Override
  public void finish() throws IOException {
    sheet.finish();
    book.finish();
  }
}

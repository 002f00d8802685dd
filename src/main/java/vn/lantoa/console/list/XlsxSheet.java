package vn.lantoa.console.list;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Zones;

/// A workbook with the table on one sheet, on more where one is full: the heading stays in sight
/// and filters, days and moments are such, and a text is a text, whatever it begins with.
final class XlsxSheet implements Sheet {

  private static final String DAY = "dd/mm/yyyy";
  private static final String MOMENT = "dd/mm/yyyy hh:mm";

  /// Rows held until they are written; from the first of them come the widths.
  private static final int HELD = 500;

  /// Of Excel.
  private static final int LONGEST_TEXT = 32_767;

  private static final int NARROWEST = 8;
  private static final int WIDEST = 60;

  private final Workbook book;
  private final String name;
  private final List<String> headings;
  private final int rowsOfASheet;
  private final int[] widths;
  private Worksheet sheet;
  private int sheets = 1;
  private int row;

  XlsxSheet(OutputStream out, String name, List<String> headings) {
    this(out, name, headings, Worksheet.MAX_ROWS);
  }

  XlsxSheet(OutputStream out, String name, List<String> headings, int rowsOfASheet) {
    book = new Workbook(out, "Lan Toa", "1.0");
    this.name = named(name);
    this.headings = headings;
    this.rowsOfASheet = rowsOfASheet;
    widths = new int[headings.size()];
    sheet = begin(this.name);
  }

  /// Names of sheets are short and do without a few signs.
  private static String named(String title) {
    var name = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    return name.length() > 25 ? name.substring(0, 25) : name;
  }

  private Worksheet begin(String title) {
    var begun = book.newWorksheet(title);
    for (int column = 0; column < headings.size(); column++) {
      begun.inlineString(0, column, headings.get(column));
      // With room for the button of the filter.
      widths[column] = Math.clamp(headings.get(column).length() + 4L, NARROWEST, WIDEST);
    }
    begun.range(0, 0, 0, headings.size() - 1).style().bold().fillColor("DCE6F2").set();
    begun.freezePane(0, 1);
    begun.repeatRows(0);
    row = 1;
    return begun;
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    if (row == rowsOfASheet) {
      end();
      sheet = begin(name + " " + ++sheets);
    }
    for (int column = 0; column < values.size(); column++) {
      put(column, values.get(column));
    }
    row++;
    if (row % HELD == 0) {
      write();
    }
  }

  private void put(int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case LocalDate day -> {
        sheet.value(row, column, day);
        formatted(column, DAY);
      }
      case Instant moment -> {
        sheet.value(row, column, LocalDateTime.ofInstant(moment, Zones.VIETNAM));
        formatted(column, MOMENT);
      }
      case Number number -> sheet.value(row, column, number);
      default -> text(column, value.toString());
    }
  }

  private void formatted(int column, String format) {
    sheet.style(row, column).format(format).set();
    widen(column, format.length() + 1);
  }

  private void text(int column, String text) {
    sheet.inlineString(
        row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    widen(column, text.length() + 1);
  }

  private void widen(int column, int width) {
    widths[column] = Math.clamp(width, widths[column], WIDEST);
  }

  private void write() throws IOException {
    if (row <= HELD) {
      // They come first in the file.
      for (int column = 0; column < widths.length; column++) {
        sheet.width(column, widths[column]);
      }
    }
    sheet.flush();
  }

  private void end() throws IOException {
    if (row < HELD) {
      write();
    }
    sheet.setAutoFilter(0, 0, row - 1, headings.size() - 1);
    sheet.finish();
  }

  @Override
  public void finish() throws IOException {
    end();
    book.finish();
  }
}

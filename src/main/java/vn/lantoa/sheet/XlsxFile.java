package vn.lantoa.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// A workbook of Excel since 2007, read as a stream.
final class XlsxFile implements SheetFile {

  /// What stands for day, month, year or hour in a format, outside of quoted text and brackets.
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.");

  private final Path file;
  private final ReadableWorkbook book;
  private final List<Sheet> visible;

  XlsxFile(Path file) throws IOException {
    ZipLimits.check(file);
    XlsxReferences.check(file);
    this.file = file;
    book = open(file);
    visible =
        book.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE).toList();
  }

  /// Some programs write no formats at all; there the library would look for them in vain.
  private static ReadableWorkbook open(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    } catch (ExcelReaderException _) {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
    }
  }

  @Override
  public SheetForm form() {
    return SheetForm.of(SheetKind.XLSX);
  }

  @Override
  public List<String> sheets() {
    return visible.stream().map(Sheet::getName).toList();
  }

  @Override
  public void read(int sheet, Predicate<SheetRow> rows) {
    var wanted = visible.get(sheet);
    try (var all = wanted.openStream()) {
      var merges = XlsxMerges.of(file, wanted.getId());
      int number = 0;
      for (var each = all.iterator(); each.hasNext(); ) {
        var row = each.next();
        // A row may leave out its number.
        number = Math.max(number + 1, row.getRowNum());
        var cells = cells(row);
        merges.fill(number, cells);
        if (!Cells.row(number, cells).map(rows::test).orElse(true)) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ArrayList<String> cells(Row row) {
    var cells = new ArrayList<String>();
    row.stream()
        .forEach(cell -> {
          if (cell != null && cell.getType() != CellType.EMPTY) {
            Cells.put(cells, cell.getColumnIndex(), text(cell));
          }
        });
    return cells;
  }

  private String text(Cell cell) {
    var raw = cell.getRawValue();
    if (cell.getType() == CellType.STRING) {
      return Cells.text(Objects.requireNonNullElse(cell.asString(), ""));
    }
    if (raw == null) {
      return "";
    }
    if (cell.getType() == CellType.BOOLEAN || cell.getType() == CellType.ERROR) {
      return Cells.text(raw);
    }
    return isDate(cell.getDataFormatId(), cell.getDataFormatString())
        ? date(raw)
        : Cells.text(Cells.number(raw));
  }

  private String date(String raw) {
    try {
      return Cells.date(
          org.apache.poi.ss.usermodel.DateUtil.getLocalDateTime(
              Double.parseDouble(raw), book.isDate1904()));
    } catch (NumberFormatException _) {
      return Cells.text(raw);
    }
  }

  private static boolean isDate(@Nullable Integer id, @Nullable String format) {
    if (id != null && (id >= 14 && id <= 22 || id >= 45 && id <= 47)) {
      return true;
    }
    if (format == null || format.equalsIgnoreCase("general") || format.indexOf('@') >= 0) {
      return false;
    }
    var bare = QUOTED.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT);
    return bare.indexOf('0') < 0 && bare.indexOf('#') < 0 && bare.matches(".*[ymdh].*");
  }

  @Override
  public void close() {
    try {
      book.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

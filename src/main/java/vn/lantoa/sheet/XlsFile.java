package vn.lantoa.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import vn.lantoa.common.Refusal;

/// A workbook of Excel 97 to 2003. It holds 65,536 rows at most, so it is read as a whole.
final class XlsFile implements SheetFile {

  private final HSSFWorkbook book;
  private final List<Integer> visible;

  /// @throws Refusal `import.password` also for a newer workbook that is locked: it comes in the
  ///   wrapping of the older ones
  XlsFile(Path file) throws IOException {
    var files = new POIFSFileSystem(file.toFile(), true);
    if (files.getRoot().hasEntry("EncryptedPackage")) {
      files.close();
      throw new Refusal("import.password");
    }
    if (!files.getRoot().hasEntry("Workbook") && !files.getRoot().hasEntry("Book")) {
      files.close();
      throw new Refusal("import.no-table");
    }
    try {
      book = new HSSFWorkbook(files);
    } catch (EncryptedDocumentException _) {
      files.close();
      throw new Refusal("import.password");
    }
    visible =
        IntStream.range(0, book.getNumberOfSheets())
            .filter(sheet -> book.getSheetVisibility(sheet) == SheetVisibility.VISIBLE)
            .boxed()
            .toList();
  }

  @Override
  public SheetForm form() {
    return SheetForm.of(SheetKind.XLS);
  }

  @Override
  public List<String> sheets() {
    return visible.stream().map(book::getSheetName).toList();
  }

  @Override
  public void read(int sheet, Predicate<SheetRow> rows) {
    var wanted = book.getSheetAt(visible.get(sheet));
    var merges = merges(wanted);
    for (var row : wanted) {
      var cells = cells(row);
      merges.fill(row.getRowNum() + 1, cells);
      if (!Cells.row(row.getRowNum() + 1, cells).map(rows::test).orElse(true)) {
        return;
      }
    }
  }

  private static Merges merges(Sheet sheet) {
    var merges = new Merges();
    for (var region : sheet.getMergedRegions()) {
      merges.add(
          new Merges.Merge(
              region.getFirstRow() + 1, region.getLastRow() + 1, region.getFirstColumn()));
    }
    return merges;
  }

  private static ArrayList<String> cells(Row row) {
    var cells = new ArrayList<String>();
    for (var cell : row) {
      Cells.put(cells, cell.getColumnIndex(), text(cell));
    }
    return cells;
  }

  private static String text(Cell cell) {
    var type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    return switch (type) {
      case STRING -> Cells.text(cell.getRichStringCellValue().getString());
      case NUMERIC ->
          DateUtil.isCellDateFormatted(cell)
              ? Cells.date(cell.getLocalDateTimeCellValue())
              : Cells.number(String.valueOf(cell.getNumericCellValue()));
      case BOOLEAN -> cell.getBooleanCellValue() ? "1" : "0";
      default -> "";
    };
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

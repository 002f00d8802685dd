package vn.lantoa.sheet;

import java.util.List;
import java.util.function.Predicate;

/// A file with one table or several, open for reading.
public interface SheetFile extends AutoCloseable {

  SheetForm form();

  /// The sheets that are to be seen, in their order.
  List<String> sheets();

  /// Hands over the rows that hold something, until one is answered by false.
  ///
  /// @param sheet counted from 0
  void read(int sheet, Predicate<SheetRow> rows);

  @Override
  void close();
}

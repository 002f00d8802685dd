package vn.lantoa.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cells that were made one over several rows: what stands in the first holds for all of them. Rows
/// must come in their order.
final class Merges {

  /// Higher ones are no cell of a list.
  private static final int HIGHEST = 1_000;

  private final Map<Integer, List<Merge>> byFirstRow = new HashMap<>();

  /// By column: what stands in it, and down to where.
  private final Map<Integer, Open> open = new HashMap<>();

  private record Open(int lastRow, String value) {}

  /// @param firstRow and lastRow as the program counts them, from 1
  /// @param column of the cell that holds the value, from 0
  record Merge(int firstRow, int lastRow, int column) {}

  void add(Merge merge) {
    if (merge.lastRow() > merge.firstRow()
        && merge.lastRow() - merge.firstRow() <= HIGHEST
        && merge.column() < Cells.MOST_COLUMNS) {
      byFirstRow.computeIfAbsent(merge.firstRow(), _ -> new ArrayList<>()).add(merge);
    }
  }

  /// Fills in what the row has from above.
  void fill(int row, ArrayList<String> cells) {
    open.values().removeIf(merge -> merge.lastRow() < row);
    open.forEach((column, merge) -> {
      if (column >= cells.size() || cells.get(column).isEmpty()) {
        Cells.put(cells, column, merge.value());
      }
    });
    for (var merge : byFirstRow.getOrDefault(row, List.of())) {
      begin(merge, merge.column() < cells.size() ? cells.get(merge.column()) : "");
    }
  }

  /// A merge whose value is known already.
  void begin(Merge merge, String value) {
    var before = open.get(merge.column());
    int lastRow = before == null ? 0 : before.lastRow();
    open.put(merge.column(), new Open(Math.max(lastRow, merge.lastRow()), value));
  }
}

package vn.lantoa.sheet;

import java.util.List;

/// One row of a file that holds something.
///
/// @param number as the program shows it in which the file was made: the first row is 1; of a text
///   file, the first line of the row
/// @param cells as text, without blanks at their ends; those after the last that is filled are left
///   out
/// @param brokenAt the character from which on the row cannot be understood, counted from 1; 0: it
///   can
public record SheetRow(int number, List<String> cells, int brokenAt) {

  public SheetRow(int number, List<String> cells) {
    this(number, cells, 0);
  }

  /// The cell of a column, counted from 0; empty when the row ends before it.
  public String cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }
}

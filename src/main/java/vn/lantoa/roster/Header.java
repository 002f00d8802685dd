package vn.lantoa.roster;

import java.util.List;

/// The headings of a sheet.
///
/// @param row as the file counts; 0: none was found
/// @param bodyRow the first row below
record Header(int row, int bodyRow, List<String> headings) {}

package vn.lantoa.sheet;

/// The formats that are read.
public enum SheetKind {
  XLSX,
  XLS,
  ODS,
  HTML,
  CSV
}

package vn.lantoa.sheet;

/// What kind of file it is.
///
/// @param encoding of a text file; empty where the format has but one
/// @param separator of a text file; 0 in others
public record SheetForm(SheetKind kind, String encoding, char separator) {

  static SheetForm of(SheetKind kind) {
    return new SheetForm(kind, "", (char) 0);
  }
}

package vn.lantoa.common;

/// A name in both languages of the screens, as a configuration file gives it.
public record Label(String vi, String en) {

  /// @param language of the reader, as ISO 639-1 writes it: `en`; anything else gets Vietnamese
  public String in(String language) {
    return language.equals("en") ? en : vi;
  }
}

package vn.lantoa.content;

import java.util.Locale;

/// The sections of a content file, one per kind of rendition.
public enum Section {
  SMS,
  EMAIL,
  SOCIAL,
  RADIO,
  PORTAL;

  /// The word in the file (`## sms`) and in the channel settings.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The section of that word.
  ///
  /// @throws IllegalArgumentException when there is no such section
  public static Section of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}

package vn.lantoa.console.frame;

import java.util.Locale;

/// What a state means for the person who reads it, and so its colour.
public enum Tone {
  /// As it should be.
  GOOD,
  /// Under way.
  BUSY,
  /// Stands still, waits for somebody, or wants a look.
  WARN,
  BAD,
  /// Neither good nor bad.
  CALM;

  /// The end of a CSS class: `is-good`.
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}

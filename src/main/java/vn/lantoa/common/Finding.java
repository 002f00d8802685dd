package vn.lantoa.common;

import java.util.List;

/// One thing a check found in a file: where, how bad, and what, as a key of the message files
/// (`finding.<key>`) with its arguments.
///
/// @param line 1-based; 0 when it concerns the whole file
public record Finding(
    String file, int line, Severity severity, String key, List<Object> arguments) {

  /// An error refuses the file; a warning is shown and lets it pass.
  public enum Severity {
    ERROR,
    WARNING
  }

  public static Finding error(String file, int line, String key, Object... arguments) {
    return new Finding(file, line, Severity.ERROR, key, List.of(arguments));
  }

  public static Finding warning(String file, int line, String key, Object... arguments) {
    return new Finding(file, line, Severity.WARNING, key, List.of(arguments));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}

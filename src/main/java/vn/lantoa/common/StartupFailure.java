package vn.lantoa.common;

import java.util.List;

/// Why the program cannot start, as a sentence for the person at the keyboard: a key of the
/// messages (`startup.<key>`) with its arguments. Printed as it is, without a stack trace.
public final class StartupFailure extends RuntimeException {

  private final String key;
  private final transient List<Object> arguments;

  public StartupFailure(String key, Object... arguments) {
    super(key + " " + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /// The key in the message files, without its prefix `startup.`.
  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}

package vn.lantoa.common;

import java.util.Arrays;
import java.util.List;

/// The domain says no, and why: a key of the message files (`refusal.<key>`) with its arguments, so
/// that the person reads the sentence in his own language. It is an answer, not a fault: it carries
/// no stack trace.
public final class Refusal extends RuntimeException {

  private final String key;
  private final transient List<Object> arguments;

  public Refusal(String key, Object... arguments) {
    super(key + Arrays.toString(arguments), null, false, false);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /// The key in the message files, without its prefix `refusal.`.
  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}

package vn.lantoa.watch;

import java.util.List;

/// Something stands still that should move, or is about to.
///
/// @param key of the messages: `alarm.<key>` says what is wrong, `alarm.<key>.do` what to do about
///   it
/// @param arguments of both
public record Alarm(Severity severity, String key, List<Object> arguments) {

  static Alarm bad(String key, Object... arguments) {
    return new Alarm(Severity.BAD, key, List.of(arguments));
  }

  static Alarm warn(String key, Object... arguments) {
    return new Alarm(Severity.WARN, key, List.of(arguments));
  }

  public enum Severity {
    /// Messages wait because of it.
    BAD,
    /// They will, or somebody should look.
    WARN
  }
}

package vn.lantoa.watch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something stands still that should move, or is about to; or it waits as it should, and whoever
/// waits with it may want to know.
///
/// @param key of the messages: `alarm.<key>` says what is wrong, `alarm.<key>.do` what to do about
///   it
/// @param subject whom or what it is about: two alarms of one key are the same when this is
/// @param arguments of both messages
/// @param since null: not known, or the message says it
public record Alarm(
    Severity severity,
    String key,
    String subject,
    List<Object> arguments,
    @Nullable Instant since) {

  /// Those that name or count what belongs to one unit or another.
  private static final Set<String> OF_UNITS =
      Set.of("stalled", "uncertain", "quota-near", "quota-used");

  /// Whether it is of the machine, which serves all units alike, and says nothing of any of them.
  public boolean isOfMachine() {
    return !OF_UNITS.contains(key);
  }

  static Alarm bad(String key, Object... arguments) {
    return of(Severity.BAD, key, arguments);
  }

  static Alarm warn(String key, Object... arguments) {
    return of(Severity.WARN, key, arguments);
  }

  static Alarm wait(String key, Object... arguments) {
    return of(Severity.WAIT, key, arguments);
  }

  private static Alarm of(Severity severity, String key, Object... arguments) {
    // What changes from one look to the next is not what it is about.
    var named =
        Stream.of(arguments)
            .limit(1)
            .filter(argument -> !(argument instanceof Number) && !(argument instanceof Instant));
    return new Alarm(severity, key, joined(named), List.of(arguments), null);
  }

  /// The same about something else than its first argument.
  Alarm about(Object... parts) {
    return new Alarm(severity, key, joined(Stream.of(parts)), arguments, since);
  }

  Alarm begun(Instant at) {
    return new Alarm(severity, key, subject, arguments, at);
  }

  private static String joined(Stream<Object> parts) {
    return parts.map(Object::toString).collect(Collectors.joining("/"));
  }

  public enum Severity {
    /// Messages wait because of it.
    BAD,
    /// They will, or somebody should look.
    WARN,
    /// Nothing is wrong: what waits has a reason to.
    WAIT
  }
}

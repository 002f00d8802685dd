package vn.lantoa.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import vn.lantoa.common.Channel;
import vn.lantoa.report.Funnel;
import vn.lantoa.watch.Alarm;

/// Whether waiting for the end of a campaign still makes sense: not when nothing has moved for a
/// while and it is known why, and not for ever when it is not known.
final class Standstill {

  /// With a reason that does not pass by itself.
  static final Duration SURE = Duration.ofSeconds(5);

  /// With a reason that may pass: longer than an account that fails is left alone.
  static final Duration LIKELY = Duration.ofSeconds(60);

  /// Without a reason.
  static final Duration UNKNOWN = Duration.ofMinutes(2);

  /// Before anything is planned: a large wave is written in one piece.
  static final Duration UNPLANNED = Duration.ofMinutes(15);

  /// Of all channels.
  private static final Set<String> EVERYTHING =
      Set.of("held", "campaign-paused", "campaigns-submitted");

  /// Of the channel they are about.
  private static final Set<String> ONE_CHANNEL = Set.of("channel-paused", "after-hours");

  private final LongSupplier nanos;
  private Map<Channel, Funnel> before = Map.of();
  private long since;

  /// @param nanos as [System#nanoTime]
  Standstill(LongSupplier nanos) {
    this.nanos = nanos;
    since = nanos.getAsLong();
  }

  /// @param funnels how far it is now
  /// @param alarms what is known to hold or stop something
  /// @return empty: it moves, or may yet; else why it does not, as far as that is known
  Optional<List<Alarm>> look(Map<Channel, Funnel> funnels, List<Alarm> alarms) {
    if (!funnels.equals(before)) {
      before = Map.copyOf(funnels);
      since = nanos.getAsLong();
    }
    var still = Duration.ofNanos(nanos.getAsLong() - since);
    var sure = sure(funnels, alarms);
    if (!sure.isEmpty()) {
      return still.compareTo(SURE) >= 0 ? Optional.of(sure) : Optional.empty();
    }
    boolean planned = funnels.values().stream().anyMatch(funnel -> funnel.planned() > 0);
    var patience = !alarms.isEmpty() ? LIKELY : planned ? UNKNOWN : UNPLANNED;
    return still.compareTo(patience) >= 0 ? Optional.of(alarms) : Optional.empty();
  }

  /// What explains all that is open; empty: something could still go out.
  private static List<Alarm> sure(Map<Channel, Funnel> funnels, List<Alarm> alarms) {
    var everything = alarms.stream().filter(alarm -> EVERYTHING.contains(alarm.key())).toList();
    if (!everything.isEmpty()) {
      return everything;
    }
    var open =
        funnels.entrySet().stream()
            .filter(entry -> entry.getValue().open() > 0)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    var stopped =
        alarms.stream()
            .filter(alarm -> ONE_CHANNEL.contains(alarm.key()))
            .filter(alarm -> open.contains(channel(alarm)))
            .toList();
    boolean all =
        stopped.stream().map(Standstill::channel).collect(Collectors.toSet()).containsAll(open);
    return !open.isEmpty() && all ? stopped : List.of();
  }

  private static Object channel(Alarm alarm) {
    return alarm.arguments().getFirst();
  }
}

package vn.lantoa.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lantoa.watch.Alarm;
import vn.lantoa.watch.AlarmWords;
import vn.lantoa.watch.Watch;

/// Says on the terminal what holds or stops the sending: each thing once, when it begins and when
/// it is over, in one line with what to do and where. What the watch knows, nothing of its own.
final class Herald {

  private static final Logger log = LoggerFactory.getLogger(Herald.class);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  /// Gone for this long: over. Accounts that are tried again come and go.
  private static final Duration OVER = Duration.ofSeconds(60);

  /// What comes back sooner is not said a second time.
  private static final Duration REPEATED = Duration.ofMinutes(10);

  private final Watch watch;
  private final AlarmWords words;
  private final InstantSource clock;
  private final String url;
  private final Map<String, Said> said = new LinkedHashMap<>();
  private List<Alarm> current = List.of();
  private @Nullable Instant databaseAwaySince;

  /// @param url of the console
  Herald(Watch watch, InstantSource clock, String url) {
    this.watch = watch;
    this.clock = clock;
    this.url = url;
    words =
        new AlarmWords(
            Words.source(), Words.locale(), channel -> Words.of("channel." + channel.key()));
  }

  /// Speaks from now on, until the ending begins.
  void speak(Ending ending) {
    Thread.ofVirtual()
        .name("herald")
        .start(() -> {
          while (!ending.isBegun()) {
            look().stream().filter(_ -> !ending.isBegun()).forEach(System.out::println);
            try {
              Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException _) {
              return;
            }
          }
        });
  }

  /// What is to be said since the last look.
  List<String> look() {
    var now = clock.instant();
    List<String> news = new ArrayList<>();
    try {
      var alarms = new ArrayList<>(watch.alarms());
      alarms.addAll(watch.waits());
      if (databaseAwaySince != null) {
        databaseAwaySince = null;
        news.add(Words.of("cli.watch.database-back"));
      }
      current = List.copyOf(alarms);
      current.forEach(alarm -> begins(alarm, now, news));
      ends(now, news);
    } catch (RuntimeException e) {
      // Whatever it is: the watch asks nobody but the database.
      if (databaseAwaySince == null) {
        databaseAwaySince = now;
        log.info("database=away {}", e.toString());
        news.add(
            Words.of(
                "cli.watch.database-away",
                words.time(now),
                StartupTrouble.oneLine(StartupTrouble.deepest(e))));
      }
    }
    return news;
  }

  /// As of the last look.
  List<Alarm> current() {
    return current;
  }

  Optional<Instant> databaseAwaySince() {
    return Optional.ofNullable(databaseAwaySince);
  }

  /// One line: what it is, since when, what to do, where.
  String line(Alarm alarm) {
    var since = alarm.since();
    return Words.of(
        "cli.watch.line",
        words.what(alarm) + (since == null ? "" : Words.of("cli.watch.since", words.time(since))),
        words.remedy(alarm),
        url + page(alarm));
  }

  /// Without a full stop.
  String what(Alarm alarm) {
    return words.what(alarm);
  }

  private void begins(Alarm alarm, Instant now, List<String> news) {
    var key = alarm.key() + "/" + alarm.subject();
    var before = said.get(key);
    if (before == null || before.over() && before.at().isBefore(now.minus(REPEATED))) {
      log.info("alarm={} about={}", alarm.key(), alarm.subject());
      news.add(line(alarm));
      said.put(key, new Said(alarm.severity(), words.what(alarm), now, now, false));
    } else {
      said.put(key, new Said(alarm.severity(), words.what(alarm), before.at(), now, false));
    }
  }

  private void ends(Instant now, List<String> news) {
    said.replaceAll((key, one) -> {
      if (one.over() || one.seen().isAfter(now.minus(OVER))) {
        return one;
      }
      log.info("alarm={} is over", key);
      // What waited for its hour goes on, as it was said it would.
      if (one.severity() != Alarm.Severity.WAIT) {
        news.add(Words.of("cli.watch.over", one.what()));
      }
      return new Said(one.severity(), one.what(), one.at(), one.seen(), true);
    });
    said.values().removeIf(one -> one.over() && one.at().isBefore(now.minus(REPEATED)));
  }

  private static String page(Alarm alarm) {
    return switch (alarm.key()) {
      case "uncertain" -> "/chua-ro";
      case "campaigns-submitted", "campaign-paused", "wave-missed", "stalled" -> "/chien-dich";
      default -> "/van-hanh";
    };
  }

  /// @param at when it was said
  /// @param seen when it was last so
  private record Said(
      Alarm.Severity severity, String what, Instant at, Instant seen, boolean over) {}
}

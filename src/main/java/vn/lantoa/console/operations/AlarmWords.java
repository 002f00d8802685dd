package vn.lantoa.console.operations;

import java.time.Instant;
import vn.lantoa.common.Channel;
import vn.lantoa.console.frame.Page;
import vn.lantoa.watch.Alarm;

/// Puts into words what stands still.
public final class AlarmWords {

  private AlarmWords() {}

  /// What is wrong.
  public static String alarm(Page page, Alarm alarm) {
    return page.t("alarm." + alarm.key(), arguments(page, alarm));
  }

  /// What to do about it.
  public static String remedy(Page page, Alarm alarm) {
    return page.t("alarm." + alarm.key() + ".do", arguments(page, alarm));
  }

  private static Object[] arguments(Page page, Alarm alarm) {
    return alarm.arguments().stream()
        .map(value ->
            switch (value) {
              case Channel channel -> page.label(channel);
              case Instant at -> page.dateTime(at);
              case String text -> page.reason(text);
              default -> value;
            })
        .toArray();
  }
}

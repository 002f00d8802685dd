package vn.lantoa.console.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import vn.lantoa.campaign.CampaignPlan.Problem;
import vn.lantoa.campaign.Timing;
import vn.lantoa.campaign.Wave;
import vn.lantoa.common.Channel;
import vn.lantoa.console.frame.Page;

/// Puts into words what a campaign keeps as codes.
public final class CampaignWords {

  /// Problems whose first argument is the key of a channel.
  private static final Set<String> ABOUT_CHANNEL =
      Set.of("channel-off", "channel-empty", "no-outlet", "quiet-hours");

  private CampaignWords() {}

  /// Why a campaign stands where it stands: somebody's own words, or `@` and the key of one of
  /// ours.
  public static String note(Page page, String note) {
    return note.startsWith("@") ? page.t("note." + note.substring(1)) : note;
  }

  public static String problem(Page page, Problem problem) {
    var arguments = problem.arguments().stream().map(value -> argument(page, value)).toArray();
    if (ABOUT_CHANNEL.contains(problem.key()) && arguments.length > 0) {
      arguments[0] = page.label(new Channel(arguments[0].toString()));
    }
    return page.t("plan." + problem.key(), arguments);
  }

  private static Object argument(Page page, Object value) {
    return switch (value) {
      case LocalDateTime at -> page.dateTime(at);
      case LocalDate on -> page.date(on);
      default -> value;
    };
  }

  /// When a wave goes out: `thứ Hai, 23/11/2026 07:30`; `Hằng tuần, thứ Hai lúc 07:30`.
  public static String timing(Page page, Wave wave) {
    return timing(page, RhythmForm.of(wave.timing()), wave.timing());
  }

  private static String timing(Page page, RhythmForm form, Timing timing) {
    return switch (form.rhythm()) {
      case NOW, ONCE ->
          page.t(
              "timing.once",
              page.weekday(timing.start().getDayOfWeek()),
              page.dateTime(timing.start()));
      case WEEKLY ->
          page.t(
              "timing.weekly",
              String.join(
                  ", ",
                  form.weekdays().stream().map(DayOfWeek::valueOf).map(page::weekday).toList()),
              form.time(),
              page.date(timing.start().toLocalDate()));
      case YEARLY -> page.t("timing.yearly", form.day(), form.month(), form.time());
      case CUSTOM -> page.t("timing.custom", form.cron());
    };
  }
}

package vn.lantoa.console.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.lantoa.campaign.CampaignPlan.Problem;
import vn.lantoa.campaign.CampaignPlan.Remark;
import vn.lantoa.campaign.ChannelPlan;
import vn.lantoa.campaign.Timing;
import vn.lantoa.campaign.Wave;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.common.Channels;
import vn.lantoa.console.frame.Page;
import vn.lantoa.delivery.Postponed;

/// Puts into words what a campaign keeps as codes.
public final class CampaignWords {

  /// Problems whose first argument is the key of a channel.
  private static final Set<String> ABOUT_CHANNEL =
      Set.of("channel-off", "channel-empty", "no-outlet", "over-quota");

  private CampaignWords() {}

  /// Why a campaign stands where it stands: somebody's own words, or `@` and the key of one of
  /// ours.
  public static String note(Page page, String note) {
    return page.reason(note);
  }

  public static String problem(Page page, Problem problem) {
    var arguments = problem.arguments().stream().map(value -> argument(page, value)).toArray();
    if (ABOUT_CHANNEL.contains(problem.key()) && arguments.length > 0) {
      arguments[0] = page.label(new Channel(arguments[0].toString()));
    }
    return page.t("plan." + problem.key(), arguments);
  }

  /// What the calendar says to one moment: `Quốc khánh`.
  public static String remark(Page page, Remark remark) {
    var arguments = remark.arguments().stream().map(value -> argument(page, value)).toArray();
    if (remark.key().equals("quiet-hours")) {
      arguments[0] = page.label(new Channel(arguments[0].toString()));
    }
    return page.t("plan.at." + remark.key(), arguments);
  }

  /// What waits and why: `1.840 tin SMS chờ đến 27/11/2026 07:00: …`.
  public static String postponed(Page page, Postponed postponed) {
    var why =
        postponed.isByDayLimit()
            ? page.t("progress.postponed.day-limit")
            : postponed.isByQuota()
                ? page.t("progress.postponed.quota")
                : postponed.reason() == null
                    ? page.t("progress.postponed.hours")
                    : page.reason(postponed.reason());
    return page.t(
        "progress.postponed.one",
        postponed.deliveries(),
        page.label(postponed.channel()),
        page.dateTime(postponed.until()),
        why);
  }

  /// What is behind the number of messages on a channel: who gets one, who does not, the price.
  public static List<String> notes(Page page, ChannelPlan plan) {
    var notes = new ArrayList<String>();
    boolean people = plan.withoutAddress() + plan.suppressed() + plan.waiting() > 0;
    if (people || plan.reached() != plan.messages()) {
      notes.add(page.t("plan.reached", plan.reached()));
    }
    counted(page, "plan.without-address", plan.withoutAddress(), notes);
    counted(page, "plan.suppressed", plan.suppressed(), notes);
    counted(page, "plan.waiting", plan.waiting(), notes);
    counted(page, "plan.letters", plan.letters(), notes);
    var sms = plan.sms();
    if (sms != null) {
      notes.add(
          sms.least() == sms.most()
              ? page.t("plan.parts", sms.most(), sms.total())
              : page.t("plan.parts.range", sms.least(), sms.most(), sms.total()));
    }
    plan.cost().stream()
        .filter(cost -> cost > 0)
        .forEach(cost ->
            notes.add(
                page.t("plan.cost", cost)
                    + (plan.assumedPrice() ? " " + page.t("plan.cost.assumed") : "")));
    return notes;
  }

  /// What became of messages, in the word that fits whom they are for: `đã đăng`, `đã phát`.
  ///
  /// @param kind of a piece of the bar
  public static String outcome(Page page, Channels channels, Channel channel, String kind) {
    boolean taken = kind.equals("delivered") || kind.equals("sent");
    var target = channels.all().contains(channel) ? channels.of(channel).target() : Target.PERSON;
    return page.t("funnel." + kind + (taken && target != Target.PERSON ? "." + target : ""));
  }

  private static void counted(Page page, String key, long count, List<String> notes) {
    if (count > 0) {
      notes.add(page.t(key, count));
    }
  }

  private static Object argument(Page page, Object value) {
    return switch (value) {
      case LocalDateTime at -> page.dateTime(at);
      case LocalDate on -> page.date(on);
      case Channel channel -> page.label(channel);
      default -> value;
    };
  }

  /// When a wave goes out: `thứ Hai, 23/11/2026 07:30`; `Hằng tuần, thứ Hai lúc 07:30`.
  public static String timing(Page page, Wave wave) {
    return timing(page, RhythmForm.of(wave.timing()), wave.timing());
  }

  private static String timing(Page page, RhythmForm form, Timing timing) {
    var start = timing.start();
    if (start == null) {
      return page.t("timing.at-approval");
    }
    return switch (form.rhythm()) {
      case NOW, ONCE ->
          page.t("timing.once", page.weekday(start.getDayOfWeek()), page.dateTime(start));
      case WEEKLY ->
          page.t(
              "timing.weekly",
              String.join(
                  ", ",
                  form.weekdays().stream().map(DayOfWeek::valueOf).map(page::weekday).toList()),
              form.time(),
              page.date(start.toLocalDate()));
      case YEARLY -> page.t("timing.yearly", form.day(), form.month(), form.time());
      case CUSTOM -> page.t("timing.custom", form.cron());
    };
  }
}

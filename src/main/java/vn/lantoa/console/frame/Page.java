package vn.lantoa.console.frame;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.lantoa.common.Channel;
import vn.lantoa.common.CodedText;
import vn.lantoa.common.Finding;
import vn.lantoa.common.Label;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// What every template needs beside its own matter: the reader's language, who he is, and how to
/// write numbers and times for him. Made for each request by [Pages]; handed to each template as
/// `page`.
///
/// @param account null while nobody is logged in
/// @param unitName the unit the account mainly works for; empty when nobody is logged in
/// @param waiting how many tasks wait for the reader, as the menu says
/// @param csrf the token every form posts back
/// @param flash what is to be said once; null: nothing
public record Page(
    Frame frame,
    Locale locale,
    @Nullable Account account,
    String unitName,
    int waiting,
    String csrf,
    @Nullable Flash flash) {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("dd/MM");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  /// The message of that key, in the reader's language.
  public String t(String key, Object... arguments) {
    return frame.message(locale, key, arguments);
  }

  /// For what puts its own matter into words.
  public MessageSource messages() {
    return frame.messages();
  }

  public String language() {
    return locale.getLanguage();
  }

  public boolean isEnglish() {
    return language().equals("en");
  }

  public boolean sandbox() {
    return frame.sandbox();
  }

  /// The address of a file of ours or of a WebJar, with its version in it, so that browsers may
  /// keep it for good.
  public String asset(String file) {
    return frame.assets().href(file);
  }

  /// Addresses of the style sheets of all rooms.
  public List<String> styles() {
    return frame.assets().styles().stream().map(this::asset).toList();
  }

  /// Addresses of the scripts of all rooms.
  public List<String> scripts() {
    return frame.assets().scripts().stream().map(this::asset).toList();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(now(), Zones.VIETNAM);
  }

  public Instant now() {
    return frame.clock().instant();
  }

  /// Whether the reader has the permission anywhere.
  public boolean may(Permission permission) {
    return account != null && frame.access().has(account, permission);
  }

  /// Whether the reader's permission reaches that unit; null: the top of the tree.
  public boolean may(Permission permission, @Nullable Long unitId) {
    return account != null && frame.access().may(account, permission, unitId);
  }

  /// The sections this account finds in the navigation.
  public List<Nav> sections() {
    return Arrays.stream(Nav.values())
        .filter(section -> section != Nav.NONE)
        .filter(section -> section != Nav.SANDBOX || sandbox())
        .filter(section -> may(section.permission()))
        .toList();
  }

  public String label(Enum<?> value) {
    return t(frame.states().key(value));
  }

  public String label(Channel channel) {
    var label = frame.channelLabel(channel);
    return label.isEmpty() ? t("channel." + channel.key()) : label;
  }

  /// Several channels, by commas.
  public String labels(Collection<Channel> channels) {
    return channels.stream().map(this::label).collect(Collectors.joining(", "));
  }

  public String label(Label label) {
    return label.in(language());
  }

  /// The colour of a state, as the end of a CSS class: `good`, `bad`, `warn`, `busy`, `calm`.
  public String tone(Enum<?> value) {
    return frame.states().tone(value).css();
  }

  /// Why something stands as it does: a person's own words, or `@` and the key of one of ours.
  public String reason(@Nullable String reason) {
    return reason == null ? "" : CodedText.said(reason, key -> t("reason." + key));
  }

  public String refusal(Refusal refusal) {
    return t("refusal." + refusal.key(), refusal.arguments().toArray());
  }

  public String finding(Finding finding) {
    return t("finding." + finding.key(), finding.arguments().toArray());
  }

  /// With its sign, to a tenth: `+0,3 s`.
  public String seconds(Duration duration) {
    // Rounded as a whole number of tenths, of which none is less than nothing: no "-0,0".
    return String.format(locale, "%+.1f s", Math.round(duration.toMillis() / 100.0) / 10.0);
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /// Whole per cent, rounded down, so that 100 % means all of them.
  public String percent(long part, long whole) {
    return whole == 0 ? "–" : part * 100 / whole + "%";
  }

  public String date(LocalDate date) {
    return DATE.format(date);
  }

  public String date(Instant at) {
    return DATE.format(at.atZone(Zones.VIETNAM));
  }

  public String shortDate(LocalDate date) {
    return SHORT_DATE.format(date);
  }

  public String time(LocalTime time) {
    return TIME.format(time);
  }

  public String dateTime(Instant at) {
    return DATE_TIME.format(at.atZone(Zones.VIETNAM));
  }

  public String dateTime(TemporalAccessor local) {
    return DATE_TIME.format(local);
  }

  /// `thứ Hai`, `Monday`.
  public String weekday(java.time.DayOfWeek day) {
    return t("weekday." + day.getValue());
  }

  /// To the second below an hour, to the minute below a day, else days and hours.
  public String duration(Duration duration) {
    if (duration.toMinutes() == 0) {
      return t("duration.seconds", duration.toSeconds());
    }
    if (duration.toHours() == 0) {
      return duration.toSecondsPart() == 0
          ? t("duration.minutes", duration.toMinutes())
          : t("duration.minutes-seconds", duration.toMinutes(), duration.toSecondsPart());
    }
    if (duration.toDays() == 0) {
      return duration.toMinutesPart() == 0
          ? t("duration.hours", duration.toHours())
          : t("duration.hours-minutes", duration.toHours(), duration.toMinutesPart());
    }
    return duration.toHoursPart() == 0
        ? t("duration.days", duration.toDays())
        : t("duration.days-hours", duration.toDays(), duration.toHoursPart());
  }
}

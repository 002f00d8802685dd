package vn.lantoa.watch;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import vn.lantoa.common.Channel;
import vn.lantoa.common.CodedText;
import vn.lantoa.common.Zones;

/// Puts an alarm into words: what is wrong, since when, what to do about it.
public final class AlarmWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  private final MessageSource messages;
  private final Locale locale;
  private final Function<Channel, String> labels;

  /// @param labels how channels are called where it is read
  public AlarmWords(MessageSource messages, Locale locale, Function<Channel, String> labels) {
    this.messages = messages;
    this.locale = locale;
    this.labels = labels;
  }

  /// Without a full stop.
  public String what(Alarm alarm) {
    // Where nobody gave a reason, none is announced.
    return say("alarm." + alarm.key(), arguments(alarm)).replaceFirst("[:\\s]+$", "");
  }

  /// Sentences, for whoever may act.
  public String remedy(Alarm alarm) {
    return say("alarm." + alarm.key() + ".do", arguments(alarm));
  }

  public String time(Instant at) {
    return TIME.format(at.atZone(Zones.VIETNAM));
  }

  private Object[] arguments(Alarm alarm) {
    return alarm.arguments().stream()
        .map(value ->
            switch (value) {
              case Channel channel -> labels.apply(channel);
              case Instant at -> time(at);
              case String text -> CodedText.said(text, this::reason);
              default -> value;
            })
        .toArray();
  }

  /// Of a delivery, or of a campaign.
  private String reason(String key) {
    return say("reason." + key);
  }

  private String say(String key, Object... arguments) {
    return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, locale), key);
  }
}

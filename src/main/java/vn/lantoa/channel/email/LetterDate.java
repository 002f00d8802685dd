package vn.lantoa.channel.email;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.lantoa.common.Zones;

/// The `Date` of a letter (RFC 5322, 3.3), in Việt Nam's time. Thousands of letters are written
/// within one second and share it.
final class LetterDate {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private volatile Said last = new Said(Long.MIN_VALUE, "");

  String of(Instant instant) {
    var known = last;
    if (known.second() != instant.getEpochSecond()) {
      known = new Said(instant.getEpochSecond(), FORM.format(instant.atZone(Zones.VIETNAM)));
      last = known;
    }
    return known.text();
  }

  private record Said(long second, String text) {}
}

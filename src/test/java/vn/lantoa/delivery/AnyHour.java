package vn.lantoa.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.common.Channel;

/// Channels that may send day and night.
final class AnyHour implements SendCalendar {
  @Override
  public Instant nextAllowed(Channel channel, Instant wanted, ZoneId zone) {
    return wanted;
  }

  @Override
  public Optional<String> holiday(LocalDate day) {
    return Optional.empty();
  }
}

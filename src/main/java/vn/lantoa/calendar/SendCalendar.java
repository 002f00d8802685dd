package vn.lantoa.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import vn.lantoa.common.Channel;

/// When a channel may be used: its quiet hours and the holidays it keeps.
public interface SendCalendar {

  /// The first instant at or after `wanted` at which the channel may send in that zone; `wanted`
  /// itself when nothing forbids it.
  Instant nextAllowed(Channel channel, Instant wanted, ZoneId zone);

  /// The public holiday on that day, by its Vietnamese name.
  Optional<String> holiday(LocalDate day);
}

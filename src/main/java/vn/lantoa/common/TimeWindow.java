package vn.lantoa.common;

import java.time.LocalTime;

/// From a time of day up to, but not including, another; may run over midnight. Both equal: the
/// whole day.
public record TimeWindow(LocalTime from, LocalTime to) {

  public boolean contains(LocalTime time) {
    if (from.equals(to)) {
      return true;
    }
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}

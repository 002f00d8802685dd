package vn.lantoa.console.organisation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Zones;
import vn.lantoa.security.Grants.Wanted;
import vn.lantoa.security.Role;

/// The fields of a grant as typed. Days are those of Việt Nam, both included.
record GrantForm(
    Role role,
    long unit,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Long standsInFor,
    @Nullable String reason) {

  Wanted of(long account, LocalDate today) {
    return new Wanted(
        account,
        role,
        unit,
        // From today on means from now on.
        from == null || !from.isAfter(today) ? null : begin(from),
        to == null ? null : begin(to.plusDays(1)),
        standsInFor,
        reason == null ? "" : reason);
  }

  static Instant begin(LocalDate day) {
    return day.atStartOfDay(Zones.VIETNAM).toInstant();
  }
}

package vn.lantoa.console.organisation;

import java.util.List;
import java.util.Objects;
import vn.lantoa.delivery.UnitQuotas.Quota;
import vn.lantoa.org.OrgUnit;

/// What the page of a unit shows of its quotas.
///
/// @param mayChange whether the reader administers the unit above
public record Quotas(List<Quota> each, boolean mayChange) {

  /// The unit whose administrators say how much this one may send; at the top, itself.
  static long setBy(OrgUnit unit) {
    return Objects.requireNonNullElse(unit.parentId(), unit.id());
  }
}

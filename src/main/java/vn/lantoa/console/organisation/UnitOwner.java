package vn.lantoa.console.organisation;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.console.frame.Owner;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;

/// A unit belongs to itself.
@Component
final class UnitOwner implements Owner {

  private final OrgUnits units;

  UnitOwner(OrgUnits units) {
    this.units = units;
  }

  @Override
  public Class<?> of() {
    return OrgUnit.class;
  }

  @Override
  public Collection<@Nullable Long> unitsOf(String id) {
    return List.of(units.get(Owner.number(id)).id());
  }
}

package vn.lantoa.security;

import org.springframework.stereotype.Component;
import vn.lantoa.org.OrgUnits;

/// A role reaches the unit it was given for and everything below.
@Component
class UnitAccess implements Access {

  private final OrgUnits units;

  UnitAccess(OrgUnits units) {
    this.units = units;
  }

  @Override
  public boolean may(Account account, Role role, long unitId) {
    return account.active()
        && account.grants().stream()
            .filter(grant -> grant.role() == role)
            .anyMatch(grant -> units.isWithin(unitId, grant.unitId()));
  }

  @Override
  public boolean maySee(Account account, long unitId) {
    return account.active()
        && account.grants().stream().anyMatch(grant -> units.isWithin(unitId, grant.unitId()));
  }
}

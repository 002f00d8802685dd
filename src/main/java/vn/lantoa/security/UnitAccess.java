package vn.lantoa.security;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Refusal;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account.Grant;

/// A grant reaches the unit it was given for and everything below.
@Component
class UnitAccess implements Access {

  private final OrgUnits units;

  UnitAccess(OrgUnits units) {
    this.units = units;
  }

  @Override
  public boolean has(Account account, Permission permission) {
    return giving(account, permission).findAny().isPresent();
  }

  @Override
  public boolean may(Account account, Permission permission, @Nullable Long unitId) {
    return giving(account, permission).anyMatch(grant -> reaches(grant, permission, unitId));
  }

  @Override
  public Account acting(Account account, Permission permission, Collection<@Nullable Long> units) {
    var principals =
        giving(account, permission)
            .filter(grant -> units.stream().allMatch(unit -> reaches(grant, permission, unit)))
            .map(grant -> Optional.ofNullable(grant.standsInFor()))
            .toList();
    return principals.stream().allMatch(Optional::isPresent)
        ? principals.stream()
            .flatMap(Optional::stream)
            .findFirst()
            .map(account::inPlaceOf)
            .orElse(account)
        : account;
  }

  @Override
  public long top(Account account, Permission permission) {
    return giving(account, permission)
        .map(Grant::unitId)
        .findFirst()
        .orElseThrow(() -> new Refusal("access.foreign-unit"));
  }

  @Override
  public boolean mayGrant(Account account, Grant grant) {
    return may(account, Permission.KEEP_ACCOUNTS, grant.unitId())
        && (grant.role() != Role.OPERATOR
            || (has(account, Permission.OPERATE) && units.isTop(grant.unitId())));
  }

  private Stream<Grant> giving(Account account, Permission permission) {
    return account.active()
        ? account.grants().stream()
            .filter(grant -> permission.roles().contains(grant.role()))
            .filter(grant -> permission.realm() != Realm.MACHINE || units.isTop(grant.unitId()))
        : Stream.empty();
  }

  private boolean reaches(Grant grant, Permission permission, @Nullable Long unitId) {
    return switch (permission.realm()) {
      case MACHINE, OWN -> true;
      case LIBRARY, UNIT ->
          unitId == null ? units.isTop(grant.unitId()) : units.isWithin(unitId, grant.unitId());
    };
  }
}

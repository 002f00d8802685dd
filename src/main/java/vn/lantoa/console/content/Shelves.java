package vn.lantoa.console.content;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.content.Shelf;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// Where what somebody writes is put: with his own unit, which at the top of the tree is the
/// library all units share.
@Component
final class Shelves {

  private final Access access;
  private final OrgUnits units;

  Shelves(Access access, OrgUnits units) {
    this.access = access;
    this.units = units;
  }

  Shelf of(Account account) {
    return new Shelf(unit(account), owner -> access.may(account, Permission.WRITE_CONTENT, owner));
  }

  private @Nullable Long unit(Account account) {
    long top = access.top(account, Permission.WRITE_CONTENT);
    return units.isTop(top) ? null : top;
  }
}

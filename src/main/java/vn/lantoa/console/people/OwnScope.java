package vn.lantoa.console.people;

import vn.lantoa.audience.Scope;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Permission;

/// How far the word of an officer reaches when he names people.
final class OwnScope {

  private OwnScope() {}

  static Scope of(Account account) {
    return of(account, false);
  }

  /// @param moving whether he asks for those he finds in other units of his to be moved
  static Scope of(Account account, boolean moving) {
    var units =
        account.grants().stream()
            .filter(grant -> Permission.KEEP_PEOPLE.roles().contains(grant.role()))
            .map(Grant::unitId)
            .distinct()
            .toList();
    return new Scope(units, moving);
  }
}

package vn.lantoa.console.people;

import vn.lantoa.audience.Scope;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// How far the word of an officer reaches when he names people.
final class OwnScope {

  private OwnScope() {}

  static Scope of(Account account) {
    return of(account, false);
  }

  /// @param moving whether he asks for those he finds in other units of his to be moved
  static Scope of(Account account, boolean moving) {
    return new Scope(account.units(Permission.KEEP_PEOPLE), moving);
  }
}

package vn.lantoa.console.organisation;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Refusal;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Permission;
import vn.lantoa.security.Role;

/// Accounts an administrator may touch: only those all of whose roles lie within his own reach, so
/// that nobody gets hold of an account that may do more than he.
@Component
class ReachedAccounts {

  private final Accounts accounts;
  private final AccountOwner owner;
  private final Access access;

  ReachedAccounts(Accounts accounts, AccountOwner owner, Access access) {
    this.accounts = accounts;
    this.owner = owner;
    this.access = access;
  }

  List<Account> by(Account admin) {
    return accounts.all().stream().filter(other -> reaches(admin, other)).toList();
  }

  /// @throws Refusal `account.unknown`
  Account get(long id, Account admin) {
    var other = accounts.get(id);
    if (!reaches(admin, other)) {
      throw new Refusal("account.unknown");
    }
    return other;
  }

  /// The roles he can give at all.
  List<Role> roles(Account admin) {
    long top = access.top(admin, Permission.KEEP_ACCOUNTS);
    return Arrays.stream(Role.values())
        .filter(role -> access.mayGrant(admin, new Account.Grant(role, top)))
        .toList();
  }

  private boolean reaches(Account admin, Account other) {
    return owner.unitsOf(other.id()).stream()
            .allMatch(unit -> access.may(admin, Permission.KEEP_ACCOUNTS, unit))
        && other.grants().stream().allMatch(grant -> access.mayGrant(admin, grant));
  }
}

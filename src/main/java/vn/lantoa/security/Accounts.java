package vn.lantoa.security;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.security.Account.Grant;

/// All accounts. Whoever lets somebody change one writes down in the audit trail who it was.
public interface Accounts {

  /// @throws vn.lantoa.common.Refusal `account.username-taken`, `account.password-short`,
  ///   `account.no-role`
  Account add(
      String username,
      String name,
      @Nullable String email,
      String password,
      boolean mustChangePassword,
      List<Grant> grants);

  Optional<Account> byUsername(String username);

  /// @throws vn.lantoa.common.Refusal `account.unknown`
  Account get(long id);

  List<Account> all();

  /// Ids of the open accounts that have the role anywhere.
  List<Long> holding(Role role);

  /// Ids of the open accounts whose role reaches the unit.
  List<Long> holding(Role role, long unitId);

  /// @throws vn.lantoa.common.Refusal `account.password-short`
  void changePassword(long id, String password, boolean mustChangeAgain);

  /// @param email null: none
  void changeEmail(long id, @Nullable String email);

  void setActive(long id, boolean active);

  boolean isEmpty();
}

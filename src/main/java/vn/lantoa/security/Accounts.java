package vn.lantoa.security;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Actor;
import vn.lantoa.security.Account.Grant;

/// All accounts. Every change writes the audit trail.
public interface Accounts {

  /// @throws vn.lantoa.common.Refusal `account.username-taken`, `account.password-short`,
  ///   `account.no-role`
  Account add(
      String username,
      String name,
      @Nullable String email,
      String password,
      boolean mustChangePassword,
      List<Grant> grants,
      Actor by);

  /// As [#add], by the program itself.
  default Account add(
      String username,
      String name,
      @Nullable String email,
      String password,
      boolean mustChangePassword,
      List<Grant> grants) {
    return add(username, name, email, password, mustChangePassword, grants, Actor.SYSTEM);
  }

  Optional<Account> byUsername(String username);

  /// @throws vn.lantoa.common.Refusal `account.unknown`
  Account get(long id);

  List<Account> all();

  /// Ids of the open accounts that have the role at the top of the tree.
  List<Long> holdingAtTheTop(Role role);

  /// Ids of the open accounts whose role reaches the unit.
  List<Long> holding(Role role, long unitId);

  /// Gives a password one chose oneself.
  ///
  /// @throws vn.lantoa.common.Refusal `account.password-short`
  void changePassword(long id, String password);

  /// Gives a temporary password. Who gave it out may know it for a while: see [Account#together].
  ///
  /// @throws vn.lantoa.common.Refusal `account.password-short`
  void resetPassword(long id, String password, Actor by);

  /// @param email null: none
  void changeEmail(long id, @Nullable String email);

  void setActive(long id, boolean active);

  boolean isEmpty();
}

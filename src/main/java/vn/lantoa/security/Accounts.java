package vn.lantoa.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Actor;
import vn.lantoa.security.Account.Grant;

/// All accounts. Whoever lets somebody change one writes down in the audit trail who it was.
public interface Accounts {

  /// @param password made by the program: what a person chooses passes `login.OwnPasswords`
  /// @param mustChangePassword whether it leads nowhere but to a password of one's own, and ends
  /// @throws vn.lantoa.common.Refusal `account.username-taken`, `account.username-characters`,
  ///   `account.no-role`, and those of [vn.lantoa.common.PlainLine]
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

  /// Ids of the open accounts whose role reaches the unit: those of the unit itself first, those at
  /// the top of the tree last, of one unit by name.
  List<Long> holding(Role role, long unitId);

  /// A password somebody else made for this person: it leads nowhere but to one of his own, and
  /// ends after 72 hours. Every login of the account is over, so that who got in with the old
  /// password does not choose the new one. Who made it may know it for a while: see
  /// [Account#together].
  void resetPassword(long id, String password, Actor by);

  /// A password of the person's own. Every login of the account is over; `login.OwnPasswords` keeps
  /// the one that asked.
  void choosePassword(long id, String password);

  /// What a login is checked against; empty: nobody is called so.
  Optional<Credential> credential(String username);

  /// Keeps the password that was just found right under today's way of hashing.
  void rehash(Credential known, String password);

  /// @param email null: none
  void changeEmail(long id, @Nullable String email);

  /// Switched off, every login of the account is over.
  void setActive(long id, boolean active);

  boolean isEmpty();

  /// As names of accounts are kept, whatever a person typed.
  static String canonical(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }
}

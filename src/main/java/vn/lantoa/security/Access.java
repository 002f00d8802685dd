package vn.lantoa.security;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Refusal;

/// Whether an account may do something somewhere: the one question everything asks before it
/// touches what belongs to a unit.
public interface Access {

  /// Whether it has the permission anywhere.
  boolean has(Account account, Permission permission);

  /// @param unitId of the unit concerned; null: what is kept at the top of the tree
  boolean may(Account account, Permission permission, @Nullable Long unitId);

  /// The account as it acts with that permission: with the name of the one it stands in for where
  /// only that lets it.
  ///
  /// @param units concerned; none: it is not known yet
  Account acting(Account account, Permission permission, Collection<@Nullable Long> units);

  /// The unit of its first grant that gives the permission: the top of what lists show.
  ///
  /// @throws Refusal `access.foreign-unit` when it has it nowhere
  long top(Account account, Permission permission);

  /// Whether it may give or take this grant: no farther than its own word reaches, and the machine
  /// only who has it himself.
  boolean mayGrant(Account account, Account.Grant grant);

  /// @throws Refusal `access.foreign-unit`, shown as 404, so that nobody learns what exists
  ///   elsewhere
  default void require(Account account, Permission permission, @Nullable Long unitId) {
    if (!may(account, permission, unitId)) {
      throw new Refusal("access.foreign-unit");
    }
  }
}

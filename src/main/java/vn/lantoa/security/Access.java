package vn.lantoa.security;

import vn.lantoa.common.Refusal;

/// Whether an account may act in a unit: the one question every page and endpoint asks before it
/// touches anything that belongs to a unit.
public interface Access {

  boolean may(Account account, Role role, long unitId);

  /// Whether any of its roles reaches the unit, so that it may look at what lies there.
  boolean maySee(Account account, long unitId);

  /// @throws Refusal `access.foreign-unit`, shown as 404, so that nobody learns what exists
  ///   elsewhere
  default void require(Account account, Role role, long unitId) {
    if (!may(account, role, unitId)) {
      throw new Refusal("access.foreign-unit");
    }
  }

  /// @throws Refusal `access.foreign-unit`
  default void requireSight(Account account, long unitId) {
    if (!maySee(account, unitId)) {
      throw new Refusal("access.foreign-unit");
    }
  }
}

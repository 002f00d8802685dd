package vn.lantoa.security;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Actor;

/// A person who may log in.
///
/// @param grants those that hold now
/// @param together accounts that are the same hands as this one: see [Actor#together]
/// @param mustChangePassword whether the password was made by somebody else
/// @param passwordUntil when it ends if so; null: it is the person's own
/// @param lastLoginAt null: never
public record Account(
    long id,
    String username,
    String name,
    @Nullable String email,
    boolean active,
    boolean mustChangePassword,
    @Nullable Instant passwordUntil,
    @Nullable Instant lastLoginAt,
    List<Grant> grants,
    Set<Long> together) {

  /// A role in a unit and everything below it.
  ///
  /// @param standsInFor the name of the person whose work it is; null: it is his own
  public record Grant(Role role, long unitId, @Nullable String standsInFor) {

    public Grant(Role role, long unitId) {
      this(role, unitId, null);
    }
  }

  public Actor actor() {
    return new Actor(id, name, together);
  }

  /// The same person, his acts signed with the name of the one he stands in for, too.
  Account inPlaceOf(String principal) {
    return new Account(
        id,
        username,
        name + " (thay " + principal + ")",
        email,
        active,
        mustChangePassword,
        passwordUntil,
        lastLoginAt,
        grants,
        together);
  }

  /// The units of its grants that give the permission: how far its word reaches, each with all
  /// below it.
  public List<Long> units(Permission permission) {
    return grants.stream()
        .filter(grant -> permission.roles().contains(grant.role()))
        .map(Grant::unitId)
        .distinct()
        .toList();
  }

  public Set<Role> roles() {
    return grants.stream().map(Grant::role).collect(Collectors.toUnmodifiableSet());
  }

  public boolean has(Role role) {
    return roles().contains(role);
  }

  /// The unit the account mainly works for: that of its first grant.
  public long homeUnitId() {
    return grants.getFirst().unitId();
  }
}

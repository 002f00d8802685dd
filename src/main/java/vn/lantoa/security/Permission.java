package vn.lantoa.security;

import static vn.lantoa.security.Role.ADMIN;
import static vn.lantoa.security.Role.APPROVER;
import static vn.lantoa.security.Role.LEADER;
import static vn.lantoa.security.Role.OFFICER;
import static vn.lantoa.security.Role.OPERATOR;
import static vn.lantoa.security.Role.SCHOOL;

import java.util.Set;

/// Everything that can be allowed, and to whom: the one table of rights. Every page and act of the
/// console names the one it needs; what names none is refused to everybody. The same table for
/// people is in `src/docs/security.md`.
public enum Permission {
  /// To see how the machine is doing, as far as it concerns one's messages.
  READ_OPERATIONS(Realm.UNIT, OFFICER, APPROVER, LEADER, ADMIN, OPERATOR),
  /// To stop and start channels and provider accounts for all, release a restored copy, read the
  /// measured figures, make the practice providers fail.
  OPERATE(Realm.MACHINE, OPERATOR),
  /// To read who did what, in all units.
  READ_AUDIT(Realm.MACHINE, OPERATOR),
  /// To read what the practice providers got, which is the mail of all units.
  READ_PRACTICE(Realm.MACHINE, OFFICER, APPROVER, LEADER, ADMIN, OPERATOR),

  READ_CONTENT(Realm.LIBRARY, OFFICER, APPROVER, LEADER, ADMIN),
  WRITE_CONTENT(Realm.LIBRARY, OFFICER),
  APPROVE_CONTENT(Realm.LIBRARY, APPROVER),
  WITHDRAW_CONTENT(Realm.LIBRARY, OFFICER, APPROVER),

  READ_CAMPAIGNS(Realm.UNIT, OFFICER, APPROVER, LEADER, ADMIN),
  PLAN_CAMPAIGNS(Realm.UNIT, OFFICER),
  APPROVE_CAMPAIGNS(Realm.UNIT, APPROVER),
  /// Stopping is for both who plan and who approve: in an emergency for whoever is at hand.
  STOP_CAMPAIGNS(Realm.UNIT, OFFICER, APPROVER),

  READ_DELIVERIES(Realm.UNIT, OFFICER, APPROVER, LEADER),
  /// To say what became of a message, and to send one again.
  SETTLE_DELIVERIES(Realm.UNIT, OFFICER),

  READ_PEOPLE(Realm.UNIT, OFFICER, APPROVER, LEADER),
  KEEP_PEOPLE(Realm.UNIT, OFFICER),

  /// To read the register of requests about personal data, and what is kept how long.
  READ_PRIVACY(Realm.UNIT, OFFICER, LEADER, ADMIN),
  /// To answer such requests: to see, hand over, correct and erase all that is held of a person.
  KEEP_PRIVACY(Realm.UNIT, OFFICER),

  READ_STATIONS(Realm.UNIT, OFFICER, APPROVER, LEADER, SCHOOL, ADMIN),
  CONFIRM_AIRINGS(Realm.UNIT, SCHOOL, OFFICER),

  KEEP_UNITS(Realm.UNIT, ADMIN),
  KEEP_ACCOUNTS(Realm.UNIT, ADMIN),

  /// To read on the first page what waits for one.
  READ_TASKS(Realm.UNIT, OFFICER, APPROVER, LEADER, ADMIN),
  /// To be let in and led to one's own first page.
  ENTER(Realm.OWN, Role.values()),
  /// One's own account.
  KEEP_PROFILE(Realm.OWN, Role.values());

  private final Realm realm;

  // Made by Set.of, so it never changes.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Role> roles;

  Permission(Realm realm, Role... roles) {
    this.realm = realm;
    this.roles = Set.of(roles);
  }

  public Realm realm() {
    return realm;
  }

  public Set<Role> roles() {
    return roles;
  }
}

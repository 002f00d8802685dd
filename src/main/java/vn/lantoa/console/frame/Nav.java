package vn.lantoa.console.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.lantoa.security.Role;

/// The sections of the console, in the order the navigation shows them. Who finds one there is let
/// in to its pages, and nobody else ([ConsoleSecurity]): a new room needs one line here.
public enum Nav {
  HOME("/", "home", Set.of(Role.OFFICER, Role.APPROVER, Role.ADMIN)),
  CONTENT("/noi-dung", "content", Set.of(Role.OFFICER, Role.APPROVER, Role.ADMIN)),
  CAMPAIGNS("/chien-dich", "campaign", Set.of(Role.OFFICER, Role.APPROVER, Role.ADMIN)),
  STATIONS("/dai", "radio", Set.of(Role.OFFICER, Role.APPROVER, Role.SCHOOL, Role.ADMIN)),
  DELIVERIES("/luot-gui", "delivery", Set.of(Role.OFFICER, Role.APPROVER)),
  RECIPIENTS("/nguoi-nhan", "people", Set.of(Role.OFFICER, Role.APPROVER)),
  PRIVACY("/du-lieu-ca-nhan", "shield", Set.of(Role.OFFICER, Role.ADMIN)),
  SANDBOX("/thu-nghiem", "sandbox", Set.of(Role.OFFICER, Role.APPROVER, Role.ADMIN)),
  OPERATIONS("/van-hanh", "info", Set.of(Role.OFFICER, Role.APPROVER, Role.ADMIN)),
  UNITS("/don-vi", "unit", Set.of(Role.ADMIN)),
  ACCOUNTS("/tai-khoan", "account", Set.of(Role.ADMIN)),
  /// Pages outside the navigation: login, password, errors.
  NONE("", "", Set.of());

  private final String path;
  private final String icon;

  // Made by Set.of, so it never changes.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Role> roles;

  Nav(String path, String icon, Set<Role> roles) {
    this.path = path;
    this.icon = icon;
    this.roles = roles;
  }

  public String path() {
    return path;
  }

  public String icon() {
    return icon;
  }

  public Set<Role> roles() {
    return roles;
  }

  /// The sections that have a path of their own, below which all is theirs.
  static List<Nav> below() {
    return Arrays.stream(values()).filter(section -> section.path.length() > 1).toList();
  }

  /// Its label in the messages.
  public String key() {
    return "nav." + name().toLowerCase(Locale.ROOT);
  }
}

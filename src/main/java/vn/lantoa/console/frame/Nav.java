package vn.lantoa.console.frame;

import java.util.Locale;
import vn.lantoa.security.Permission;

/// The sections of the console, in the order the navigation shows them. A new room needs one line
/// here; what its pages need they say themselves ([Needs]).
public enum Nav {
  HOME("/", "home", Permission.READ_TASKS),
  CONTENT("/noi-dung", "content", Permission.READ_CONTENT),
  CAMPAIGNS("/chien-dich", "campaign", Permission.READ_CAMPAIGNS),
  STATIONS("/dai", "radio", Permission.READ_STATIONS),
  DELIVERIES("/luot-gui", "delivery", Permission.READ_DELIVERIES),
  RECIPIENTS("/nguoi-nhan", "people", Permission.READ_PEOPLE),
  PRIVACY("/du-lieu-ca-nhan", "shield", Permission.READ_PRIVACY),
  SANDBOX("/thu-nghiem", "sandbox", Permission.READ_PRACTICE),
  OPERATIONS("/van-hanh", "info", Permission.READ_OPERATIONS),
  UNITS("/don-vi", "unit", Permission.KEEP_UNITS),
  ACCOUNTS("/tai-khoan", "account", Permission.KEEP_ACCOUNTS),
  AUDIT("/nhat-ky", "clock", Permission.READ_AUDIT),
  /// Pages outside the navigation: login, password, errors.
  NONE("", "", Permission.ENTER);

  private final String path;
  private final String icon;

  private final Permission permission;

  Nav(String path, String icon, Permission permission) {
    this.path = path;
    this.icon = icon;
    this.permission = permission;
  }

  public String path() {
    return path;
  }

  public String icon() {
    return icon;
  }

  /// What one must be allowed to find it there.
  public Permission permission() {
    return permission;
  }

  /// Its label in the messages.
  public String key() {
    return "nav." + name().toLowerCase(Locale.ROOT);
  }
}

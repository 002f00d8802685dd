package vn.lantoa.console.profile;

import vn.lantoa.console.frame.Page;
import vn.lantoa.login.LoginSession;

/// One place where a person is logged in.
///
/// @param isHere the one he is looking from
public record SessionRow(LoginSession session, String browser, boolean isHere) {

  static SessionRow of(LoginSession session, long here, Page page) {
    var name = BrowserName.of(session.agent());
    var browser =
        name.browser().isEmpty() || name.system().isEmpty()
            ? page.t("profile.login.browser.unknown")
            : page.t("profile.login.browser", name.browser(), name.system());
    return new SessionRow(session, browser, session.id() == here);
  }
}

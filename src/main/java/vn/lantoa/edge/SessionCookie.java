package vn.lantoa.edge;

import jakarta.servlet.ServletContext;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/// The cookie of a session, named and guarded like all others.
@Component
public final class SessionCookie implements ServletContextInitializer {

  public static final String NAME = "JSESSIONID";

  private final HostCookies cookies;

  SessionCookie(HostCookies cookies) {
    this.cookies = cookies;
  }

  @Override
  public void onStartup(ServletContext context) {
    var cookie = context.getSessionCookieConfig();
    cookie.setName(cookies.name(NAME));
    cookie.setPath("/");
    if (cookies.areSecure()) {
      cookie.setSecure(true);
    }
  }
}

package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.stereotype.Component;
import vn.lantoa.edge.HostCookies;
import vn.lantoa.login.KnownDevices;
import vn.lantoa.login.Origin;

/// Where a request comes from, and the cookie by which a browser is known again that logged in
/// before.
@Component
public final class LoginOrigins implements AuthenticationDetailsSource<HttpServletRequest, Origin> {

  static final String COOKIE = "thiet-bi";

  private static final Duration KEPT = Duration.ofDays(365);
  private static final int LONGEST = 400;

  private final KnownDevices devices;
  private final HostCookies cookies;

  LoginOrigins(KnownDevices devices, HostCookies cookies) {
    this.devices = devices;
    this.cookies = cookies;
  }

  @Override
  public Origin buildDetails(HttpServletRequest request) {
    var agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    return new Origin(request.getRemoteAddr(), agent, device(request));
  }

  /// Marks the browser as one that logged in to the account.
  public void remember(HttpServletRequest request, HttpServletResponse response, String username) {
    cookies.set(response, COOKIE, devices.remember(device(request), username), KEPT);
  }

  private String device(HttpServletRequest request) {
    return cookies.value(request, COOKIE).filter(value -> value.length() <= LONGEST).orElse("");
  }
}

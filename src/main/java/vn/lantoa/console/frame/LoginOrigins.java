package vn.lantoa.console.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationDetailsSource;
import org.springframework.stereotype.Component;
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

  LoginOrigins(KnownDevices devices) {
    this.devices = devices;
  }

  @Override
  public Origin buildDetails(HttpServletRequest request) {
    var agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    return new Origin(request.getRemoteAddr(), agent, device(request));
  }

  /// Marks the browser as one that logged in to the account.
  public void remember(HttpServletRequest request, HttpServletResponse response, String username) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, devices.remember(device(request), username))
            .path("/")
            .maxAge(KEPT)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }

  private static String device(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .filter(value -> value.length() <= LONGEST)
        .findFirst()
        .orElse("");
  }
}

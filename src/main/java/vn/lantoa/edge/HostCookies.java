package vn.lantoa.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Cookies as this server sets them: for nobody but itself, unseen by scripts, not sent along by
/// other sites' forms. Where the public address is https they are sent over TLS only and bear the
/// prefix `__Host-` (RFC 6265bis, 4.1.3.2), so that no neighbour in the domain can plant one,
/// whatever the proxy says of the request.
@Component
public final class HostCookies {

  private static final String PREFIX = "__Host-";

  private final boolean secure;

  HostCookies(PublicAddress address) {
    secure = address.isHttps();
  }

  public boolean areSecure() {
    return secure;
  }

  /// What a cookie is called here.
  public String name(String name) {
    return secure ? PREFIX + name : name;
  }

  public Optional<String> value(HttpServletRequest request, String name) {
    var cookie = WebUtils.getCookie(request, name(name));
    return cookie == null || cookie.getValue().isEmpty()
        ? Optional.empty()
        : Optional.of(cookie.getValue());
  }

  /// @param lasting negative: until the browser is closed
  public void set(HttpServletResponse response, String name, String value, Duration lasting) {
    var cookie =
        ResponseCookie.from(name(name), value)
            .path("/")
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .maxAge(lasting)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  public void forget(HttpServletResponse response, String name) {
    set(response, name, "", Duration.ZERO);
  }
}

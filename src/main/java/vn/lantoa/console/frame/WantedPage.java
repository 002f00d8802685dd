package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import vn.lantoa.edge.HostCookies;
import vn.lantoa.edge.RefusedRequest;

/// The page somebody wanted to open before he was asked to log in. His browser keeps it; nothing of
/// it is kept here. Whatever comes back leads to a path on this server or nowhere.
@Component
public final class WantedPage implements RequestCache {

  private static final String COOKIE = "trang-muon-mo";
  private static final Duration LASTING = Duration.ofHours(1);
  private static final int LONGEST = 1_000;

  /// As an address on this server begins, and without anything a browser would clean away.
  private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]*");

  private final HostCookies cookies;

  WantedPage(HostCookies cookies) {
    this.cookies = cookies;
  }

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    var query = request.getQueryString();
    var page = request.getRequestURI() + (query == null ? "" : "?" + query);
    if (request.getMethod().equals("GET")
        && RefusedRequest.isBrowser(request)
        && request.getHeader("HX-Request") == null
        && isLocal(page)) {
      var value =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(page.getBytes(StandardCharsets.UTF_8));
      cookies.set(response, COOKIE, value, LASTING);
    }
  }

  /// Where to go after a login, once.
  public Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
    var kept = cookies.value(request, COOKIE);
    kept.ifPresent(_ -> cookies.forget(response, COOKIE));
    return kept.flatMap(WantedPage::decoded).filter(WantedPage::isLocal);
  }

  static boolean isLocal(String page) {
    return page.length() <= LONGEST && LOCAL.matcher(page).matches();
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  // Nothing of a request is kept that could be played back.

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public @Nullable HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    cookies.forget(response, COOKIE);
  }
}

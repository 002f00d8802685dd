package vn.lantoa.edge;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// What browsers may do with our answers, said on every one of them: pages, files, refusals, and
/// what Tomcat answers by itself. What an answer says of its own accord is left as it is.
@Component
public final class SecurityHeaders {

  /// Nothing from elsewhere, no script or style inside a page.
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
          + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  private final Map<String, String> headers = new LinkedHashMap<>();

  SecurityHeaders(PublicAddress address) {
    headers.put("Content-Security-Policy", CONTENT_POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    if (address.isHttps()) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  void addTo(HttpServletResponse response) {
    headers.forEach((name, value) -> {
      if (!response.containsHeader(name)) {
        response.setHeader(name, value);
      }
    });
    // What has not changed is kept as long as was said of it before.
    if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)
        && response.getStatus() != HttpServletResponse.SC_NOT_MODIFIED) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }
}

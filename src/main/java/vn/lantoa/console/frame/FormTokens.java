package vn.lantoa.console.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import vn.lantoa.edge.HostCookies;

/// The token every form posts back, kept nowhere on the server: the browser holds a random key in a
/// cookie that no script can read and no other site send or set, and the token is made of that key
/// and the account. So one got before a login is worth nothing after it, and a form left open while
/// its session ended is right again once the same person has logged in in the same browser.
///
/// On the page it is masked anew each time (BREACH), by the framework's default.
@Component
final class FormTokens implements CsrfTokenRepository {

  private static final String COOKIE = "bieu-mau";
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
  private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

  private final SecureRandom random = new SecureRandom();
  private final HostCookies cookies;

  FormTokens(HostCookies cookies) {
    this.cookies = cookies;
  }

  /// A token before it is saved: its key is still to be given to the browser.
  private record Fresh(String key, String token) implements CsrfToken {

    @Override
    public String getHeaderName() {
      return "X-CSRF-TOKEN";
    }

    @Override
    public String getParameterName() {
      return "_csrf";
    }

    @Override
    public String getToken() {
      return token;
    }
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var key = HexFormat.of().formatHex(bytes);
    return new Fresh(key, token(key));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token instanceof Fresh fresh) {
      cookies.set(response, COOKIE, fresh.key(), UNTIL_CLOSED);
    } else if (token == null) {
      cookies.forget(response, COOKIE);
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return key(request)
        .map(key -> new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", token(key)))
        .orElse(null);
  }

  private Optional<String> key(HttpServletRequest request) {
    return cookies.value(request, COOKIE).filter(key -> KEY.matcher(key).matches());
  }

  private static String token(String key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), mac.getAlgorithm()));
      return HexFormat.of().formatHex(mac.doFinal(account().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Empty: nobody has logged in.
  private static String account() {
    var login = SecurityContextHolder.getContext().getAuthentication();
    return login == null || login instanceof AnonymousAuthenticationToken ? "" : login.getName();
  }
}

package vn.lantoa.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.lantoa.edge.HostCookies;

/// Carries the problem of a login to the page that asks again, in the browser: who has not logged
/// in has no session. It says nothing that was not typed or shown there.
@Component
final class ProblemCookie {

  private static final String COOKIE = "dang-nhap-loi";
  private static final Duration LASTING = Duration.ofMinutes(1);
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,6})~(login\\.(?:locked|wrong|temporary-over))~([A-Za-z0-9_-]{0,1200})");
  private static final int LONGEST_NAME = 200;

  private final HostCookies cookies;

  ProblemCookie(HostCookies cookies) {
    this.cookies = cookies;
  }

  void put(HttpServletResponse response, LoginProblem problem) {
    var name = problem.username();
    var kept = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    var coded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(kept.getBytes(StandardCharsets.UTF_8));
    cookies.set(
        response, COOKIE, problem.waitMinutes() + "~" + problem.key() + "~" + coded, LASTING);
  }

  /// The problem of the last try, once.
  Optional<LoginProblem> take(HttpServletRequest request, HttpServletResponse response) {
    var kept = cookies.value(request, COOKIE);
    kept.ifPresent(_ -> cookies.forget(response, COOKIE));
    return kept.map(FORM::matcher).filter(Matcher::matches).map(ProblemCookie::problem);
  }

  private static LoginProblem problem(Matcher form) {
    var name = new String(Base64.getUrlDecoder().decode(form.group(3)), StandardCharsets.UTF_8);
    return new LoginProblem(name, form.group(2), Long.parseLong(form.group(1)));
  }
}

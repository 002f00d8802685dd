package vn.lantoa.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lantoa.common.Refusal;

/// Refuses a body by what is said of its length, before anything is set aside for it: Tomcat makes
/// room for a whole form as soon as its length is announced, so a few hundred requests that
/// announce much and bring nothing would use up all memory.
///
/// Who has not logged in may bring little, on every path: a login, a refusal, a provider's receipt.
/// How much in all is up to `server.tomcat.max-connections`.
@Component
@Order(Steps.LENGTH)
class BodyLimits extends OncePerRequestFilter {

  /// The longest receipt of a provider is about 2 kB, a login less.
  static final DataSize OF_A_STRANGER = DataSize.ofKilobytes(16);

  private final DataSize ofAForm;
  private final DataSize ofFiles;

  /// @param ofAForm what Tomcat takes for one: an item with all its renditions, or a long choice
  ///   from a list
  /// @param ofFiles what is waited for from a person who has logged in
  BodyLimits(
      @Value("${server.tomcat.max-http-form-post-size}") DataSize ofAForm,
      @Value("${spring.servlet.multipart.max-request-size}") DataSize ofFiles) {
    this.ofAForm = ofAForm;
    this.ofFiles = ofFiles;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean isStranger = !isLoggedIn(request);
    long length = request.getContentLengthLong();
    if (!isStranger) {
      Arrival.current().ifPresent(arrival -> arrival.waitForBody(expected(length)));
    }
    if (isStranger && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      end(request, response, HttpServletResponse.SC_LENGTH_REQUIRED, "request.no-length");
    } else if (isStranger && length > OF_A_STRANGER.toBytes()) {
      end(
          request,
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "request.session-ended");
    } else if (length > ofAForm.toBytes() && isForm(request)) {
      end(
          request,
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "request.form-too-long");
    } else {
      chain.doFilter(request, response);
    }
  }

  /// What does not say how long it is has the time of a form.
  private long expected(long length) {
    return length < 0 ? ofAForm.toBytes() : Math.min(length, ofFiles.toBytes());
  }

  private static void end(
      HttpServletRequest request, HttpServletResponse response, int status, String why)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.CONNECTION, "close");
    if (!RefusedRequest.isBrowser(request)) {
      // A browser would take that for a broken connection, and show nothing.
      request.setAttribute(TomcatAnswers.UNWANTED, true);
    }
    RefusedRequest.answer(request, response, status, new Refusal(why));
  }

  /// Files have limits of their own (`spring.servlet.multipart`), and are not kept in memory.
  private static boolean isForm(HttpServletRequest request) {
    var type = request.getContentType();
    return type == null || !type.startsWith("multipart/");
  }

  /// Before Spring Security has looked: a session that holds no login is a stranger's.
  private static boolean isLoggedIn(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null
        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
            != null;
  }
}

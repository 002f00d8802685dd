package vn.lantoa.edge;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import vn.lantoa.common.Refusal;

/// What the database does not take. The form should have said so; nothing is broken, though, and
/// one line in the log is enough to find the form.
@ControllerAdvice
@Order(-1)
class UnfitData {

  private static final Logger log = LoggerFactory.getLogger(UnfitData.class);

  /// Of SQL states: a rule of the tables is broken (PostgreSQL, appendix A).
  private static final String INTEGRITY = "23";

  @ExceptionHandler
  void unfit(
      DataIntegrityViolationException error,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    var cause = error.getMostSpecificCause();
    var state = cause instanceof SQLException sql ? Objects.toString(sql.getSQLState(), "") : "";
    log.warn("{} {}: refused by the database, {}", request.getMethod(), handler(request), state);
    boolean clash = state.startsWith(INTEGRITY);
    RefusedRequest.answer(
        request,
        response,
        clash ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_BAD_REQUEST,
        new Refusal(clash ? "request.taken" : "request.unfit"));
  }

  /// Its pattern, not what the visitor wrote.
  private static Object handler(HttpServletRequest request) {
    return Objects.requireNonNullElse(
        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "");
  }
}

package vn.lantoa.console.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lantoa.common.Refusal;
import vn.lantoa.edge.RefusedRequest;

/// A few requests of one person are worked on at once, in whichever browsers; more wait for their
/// turn, and far too many are refused. Otherwise one person, or a program in his name, takes the
/// processors and the connections to the database from all others and from the sending.
final class PersonalTurns extends OncePerRequestFilter {

  /// Less than there are carriers of virtual threads: pages that only calculate must leave some to
  /// the others. What a browser asks for besides the page it mostly has already.
  private static final int AT_ONCE = 2;

  private static final int WAITING = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String RETRY_AFTER_SECONDS = "5";

  private final Map<Long, Turns> ofAccounts = new ConcurrentHashMap<>();
  private final Visitors visitors;

  PersonalTurns(Visitors visitors) {
    this.visitors = visitors;
  }

  /// Of one person, as long as he asks for something.
  private record Turns(Semaphore free, int asking) {

    Turns with(int more) {
      return new Turns(free, asking + more);
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var visitor = visitors.of(request);
    if (visitor.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    long account = visitor.get().id();
    var turns = come(account);
    try {
      if (turns.asking() > AT_ONCE + WAITING || !isOn(turns.free())) {
        refuse(request, response);
        return;
      }
      try {
        chain.doFilter(request, response);
      } finally {
        turns.free().release();
      }
    } finally {
      ofAccounts.computeIfPresent(
          account, (_, asked) -> asked.asking() == 1 ? null : asked.with(-1));
    }
  }

  private Turns come(long account) {
    return Objects.requireNonNull(
        ofAccounts.compute(
            account,
            (_, asked) ->
                asked == null ? new Turns(new Semaphore(AT_ONCE, true), 1) : asked.with(1)));
  }

  private static boolean isOn(Semaphore free) {
    try {
      return free.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    RefusedRequest.answer(
        request, response, HttpStatus.TOO_MANY_REQUESTS.value(), new Refusal("request.too-many"));
  }
}

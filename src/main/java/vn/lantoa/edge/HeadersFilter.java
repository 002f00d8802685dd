package vn.lantoa.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Puts the headers on an answer at its last moment, when it is known what it says itself.
@Component
@Order(Steps.HEADERS)
final class HeadersFilter extends OncePerRequestFilter {

  private final SecurityHeaders headers;

  HeadersFilter(SecurityHeaders headers) {
    this.headers = headers;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var answer =
        new OnCommittedResponseWrapper(response) {
          @Override
          protected void onResponseCommitted() {
            headers.addTo(response);
          }
        };
    try {
      chain.doFilter(request, answer);
    } finally {
      if (!response.isCommitted()) {
        headers.addTo(response);
      }
    }
  }
}

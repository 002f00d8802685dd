package vn.lantoa.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lantoa.common.Refusal;

/// Answers under the public address only, once there is one: who comes by another name has been led
/// astray, or leads others. This machine may ask itself, for health checks and by a tunnel.
@Component
@Order(Steps.HOST)
final class KnownHost extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(KnownHost.class);

  private final PublicAddress address;
  private final AtomicBoolean warned = new AtomicBoolean();

  KnownHost(PublicAddress address) {
    this.address = address;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var name = request.getServerName();
    if (address.isLocal() || address.isCalled(name)) {
      warnOfASilentProxy(request, name);
      chain.doFilter(request, response);
    } else if (PublicAddress.isLoopback(name) && isLoopbackAddress(request.getRemoteAddr())) {
      chain.doFilter(request, response);
    } else {
      RefusedRequest.answer(
          request,
          response,
          HttpStatus.MISDIRECTED_REQUEST.value(),
          new Refusal("request.other-host", address.toString()));
    }
  }

  private void warnOfASilentProxy(HttpServletRequest request, String name) {
    if (address.isHttps()
        && address.isCalled(name)
        && !request.isSecure()
        && !warned.getAndSet(true)) {
      log.warn(
          "The public address is {}, but a request came without X-Forwarded-Proto: https from a trusted"
              + " proxy (lantoa.proxies): the proxy must set X-Forwarded-For and X-Forwarded-Proto, see README",
          address);
    }
  }

  /// Of the visitor himself: who comes through a trusted proxy has another one.
  private static boolean isLoopbackAddress(String remote) {
    return remote.startsWith("127.") || remote.equals("0:0:0:0:0:0:0:1") || remote.equals("::1");
  }
}

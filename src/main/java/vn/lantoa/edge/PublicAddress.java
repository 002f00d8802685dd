package vn.lantoa.edge;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The one address people reach this server under (`lantoa.public-url`). Whether a visit is over
/// TLS and what the server is called is read here, and never from what a request says.
@Component
public final class PublicAddress {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String url;
  private final boolean https;
  private final String host;

  PublicAddress(@Value("${lantoa.public-url}") String url) {
    var uri = URI.create(url.strip());
    this.url = url.strip();
    this.https = "https".equalsIgnoreCase(uri.getScheme());
    this.host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
  }

  public boolean isHttps() {
    return https;
  }

  /// Whether it is this machine's own, as in a demo or before anybody has set one.
  boolean isLocal() {
    return isLoopback(host);
  }

  /// @param name without a port
  boolean isCalled(String name) {
    return host.equalsIgnoreCase(name);
  }

  /// @param name of a host, without a port
  static boolean isLoopback(String name) {
    return LOOPBACK.contains(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return url;
  }
}

package vn.lantoa.cli;

import org.springframework.core.env.Environment;

/// Where the console of a running server is.
final class Console {

  private Console() {}

  static String url(Environment environment) {
    return "http://localhost:"
        + environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
  }
}

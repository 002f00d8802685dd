package vn.lantoa.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.common.StartupFailure;

/// The proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. Of a chain the last
/// address that none of them has is the visitor's, so what he wrote there himself does not count.
/// Under which name and port we are reached is not asked of anybody ([PublicAddress]).
@Component
final class TrustedProxies {

  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:]+");

  private final String pattern;

  TrustedProxies(@Value("${lantoa.proxies}") List<String> addresses) {
    pattern =
        addresses.stream()
            .map(TrustedProxies::asTomcatWritesIt)
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
  }

  void applyTo(RemoteIpValve valve) {
    valve.setInternalProxies(pattern.isEmpty() ? null : pattern);
    valve.setHostHeader(null);
    valve.setPortHeader(null);
  }

  private static String asTomcatWritesIt(String address) {
    try {
      if (LITERAL.matcher(address).matches()) {
        return InetAddress.getByName(address).getHostAddress();
      }
    } catch (UnknownHostException _) {
      // Said below.
    }
    throw new StartupFailure("setting-wrong", "lantoa.proxies=" + address);
  }
}

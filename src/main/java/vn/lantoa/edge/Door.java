package vn.lantoa.edge;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What Tomcat itself has to know of our rules.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class Door implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final TrustedProxies proxies;
  private final SecurityHeaders headers;
  private final ArrivalSettings arrival;

  Door(TrustedProxies proxies, SecurityHeaders headers, ArrivalSettings arrival) {
    this.proxies = proxies;
    this.headers = headers;
    this.arrival = arrival;
  }

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    tomcat.getEngineValves().stream()
        .filter(RemoteIpValve.class::isInstance)
        .map(RemoteIpValve.class::cast)
        .forEach(proxies::applyTo);
    tomcat.addEngineValves(new TomcatAnswers(headers));
    tomcat.setProtocol(TimelyProtocol.class.getName());
    tomcat.addConnectorCustomizers(
        connector -> ((TimelyProtocol) connector.getProtocolHandler()).setSettings(arrival));
  }
}

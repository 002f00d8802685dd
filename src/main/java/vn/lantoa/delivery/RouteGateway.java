package vn.lantoa.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channel;

/// The one place where a message is handed to its route. The exchange is new and carries our own
/// three headers.
@Component
class RouteGateway {

  private final ObjectProvider<CamelContext> camel;
  private final Map<Channel, Endpoint> endpoints = new ConcurrentHashMap<>();
  private volatile @Nullable ProducerTemplate template;

  /// The context is built by the floor above and found when it is first needed.
  RouteGateway(ObjectProvider<CamelContext> camel) {
    this.camel = camel;
  }

  /// What the channel's route says came of it. Never throws: what went wrong on the way is
  /// uncertain.
  Outcome deliver(OutgoingMessage message) {
    var context = camel.getObject();
    var exchange = new DefaultExchange(context, ExchangePattern.InOut);
    exchange.getMessage().setBody(message);
    exchange.getMessage().setHeader(Headers.DELIVERY_ID, message.deliveryId());
    exchange.getMessage().setHeader(Headers.CHANNEL, message.channel().key());
    exchange.getMessage().setHeader(Headers.ATTEMPT, message.attempt());
    var endpoint = endpoint(context, message.channel());
    try {
      template(context).send(endpoint, exchange);
    } catch (RuntimeException e) {
      // Camel puts what is thrown on the way into the exchange; this is for what it does not.
      exchange.setException(e);
    }
    if (exchange.getException() != null) {
      return new Outcome.Ambiguous(
          "route "
              + endpoint.getEndpointUri()
              + ": "
              + exchange.getException().getClass().getSimpleName());
    }
    return exchange.getMessage().getBody() instanceof Outcome outcome
        ? outcome
        : new Outcome.Ambiguous("route " + endpoint.getEndpointUri() + " ended without an outcome");
  }

  /// Looked up once: by its name, the context would normalise it anew for every message.
  private Endpoint endpoint(CamelContext context, Channel channel) {
    return endpoints.computeIfAbsent(
        channel, _ -> context.getEndpoint("direct:deliver-" + channel.key()));
  }

  private ProducerTemplate template(CamelContext context) {
    var known = template;
    if (known == null) {
      known = context.createProducerTemplate();
      template = known;
    }
    return known;
  }
}

package vn.lantoa.channel;

import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import vn.lantoa.delivery.Outcome;

/// What a route says at its end when no sender of ours has said it: `bean: {ref: outcome, method:
/// delivered}`.
@Component("outcome")
public class OutcomeBean {

  /// The message is where it should be: a file is written, a page is out.
  public Outcome delivered() {
    return new Outcome.Delivered("");
  }

  /// Someone else took the message and goes on with it.
  public Outcome accepted() {
    return new Outcome.Accepted("");
  }

  /// Something broke on the way, and nobody can say whether before or after the wire.
  public Outcome ambiguous(Exchange exchange) {
    var cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    // The class only: messages of foreign exceptions may hold addresses or tokens.
    return new Outcome.Ambiguous(
        "@route-failed: " + (cause == null ? "?" : cause.getClass().getSimpleName()));
  }
}

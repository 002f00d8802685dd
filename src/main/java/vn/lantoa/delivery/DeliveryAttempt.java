package vn.lantoa.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Channel;
import vn.lantoa.content.Renderer.RenderFailure;

/// One try of one delivery: compose, commit that it may be on the wire, hand over, file what came
/// of it. No database connection is held while the provider is asked.
@Component
class DeliveryAttempt {

  private static final Logger log = LoggerFactory.getLogger(DeliveryAttempt.class);

  private final MessageComposer composer;
  private final DeliveryQueue queue;
  private final RouteGateway routes;
  private final JdbcOutcomes outcomes;
  private final TransactionTemplate transaction;
  private final Map<Channel, GroupCommit<ClaimedDelivery, Boolean>> marks =
      new ConcurrentHashMap<>();

  DeliveryAttempt(
      MessageComposer composer,
      DeliveryQueue queue,
      RouteGateway routes,
      JdbcOutcomes outcomes,
      TransactionTemplate transaction) {
    this.composer = composer;
    this.queue = queue;
    this.routes = routes;
    this.outcomes = outcomes;
    this.transaction = transaction;
  }

  void run(ClaimedDelivery delivery) {
    OutgoingMessage message;
    try {
      message = composer.compose(delivery);
    } catch (RenderFailure e) {
      log.warn("delivery={} cannot be composed and fails: {}", delivery.id(), e.getMessage());
      outcomes.record(delivery, new Outcome.Permanent("@not-composed: " + e.getMessage(), false));
      return;
    }
    if (maySend(delivery)) {
      outcomes.record(delivery, routes.deliver(message));
    }
  }

  /// The commit before the wire, shared with all workers that come to it at the same moment.
  private boolean maySend(ClaimedDelivery delivery) {
    return marks
        .computeIfAbsent(delivery.channel(), _ -> new GroupCommit<>(256, group -> mark(group)))
        .submit(delivery);
  }

  private List<Boolean> mark(List<ClaimedDelivery> group) {
    return java.util.Objects.requireNonNull(transaction.execute(_ -> queue.markSending(group)));
  }
}

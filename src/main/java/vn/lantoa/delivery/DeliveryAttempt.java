package vn.lantoa.delivery;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lantoa.content.Renderer.RenderFailure;

/// One try of one delivery: compose, commit that it may be on the wire, hand over, file what came
/// of it. No database connection is held while the provider is asked.
@Component
class DeliveryAttempt {

  private static final Logger log = LoggerFactory.getLogger(DeliveryAttempt.class);

  private final MessageComposer composer;
  private final LedgerTurns turns;
  private final RouteGateway routes;
  private final JdbcOutcomes outcomes;

  DeliveryAttempt(
      MessageComposer composer, LedgerTurns turns, RouteGateway routes, JdbcOutcomes outcomes) {
    this.composer = composer;
    this.turns = turns;
    this.routes = routes;
    this.outcomes = outcomes;
  }

  /// Files what came of the last delivery and sends the next, with one commit for both.
  ///
  /// When this throws, neither is done and both may be asked for again: nothing has left.
  ///
  /// @param last null: there is nothing to file
  /// @return what came of `next`, to be filed; null when it must not be sent
  @Nullable AttemptResult fileAndSend(@Nullable AttemptResult last, ClaimedDelivery next) {
    OutgoingMessage message;
    try {
      message = composer.compose(next);
    } catch (RenderFailure e) {
      log.warn("delivery={} cannot be composed and fails: {}", next.id(), e.getMessage());
      if (last != null) {
        file(last);
      }
      return AttemptResult.notComposed(next, String.valueOf(e.getMessage()));
    }
    return turns.commit(next.channel(), last, next)
        ? outcomes.judge(next, routes.deliver(message))
        : null;
  }

  void file(AttemptResult last) {
    turns.commit(last.delivery().channel(), last, null);
  }
}

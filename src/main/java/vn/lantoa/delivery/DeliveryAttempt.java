package vn.lantoa.delivery;

import java.util.List;
import java.util.function.BooleanSupplier;
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
  private final ProviderGate gate;
  private final RenderHealth health;
  private final DeliveryQueue queue;

  DeliveryAttempt(
      MessageComposer composer,
      LedgerTurns turns,
      RouteGateway routes,
      JdbcOutcomes outcomes,
      ProviderGate gate,
      RenderHealth health,
      DeliveryQueue queue) {
    this.composer = composer;
    this.gate = gate;
    this.health = health;
    this.queue = queue;
    this.turns = turns;
    this.routes = routes;
    this.outcomes = outcomes;
  }

  /// Files what came of the last delivery and sends the next, with one commit for both.
  ///
  /// When this throws, neither is done and both may be asked for again: nothing has left.
  ///
  /// @param last null: there is nothing to file
  /// @param goOn false: stop waiting for the provider's turn, `next` goes back
  /// @return what came of `next`, to be filed; null when it was not sent
  @Nullable AttemptResult fileAndSend(
      @Nullable AttemptResult last, ClaimedDelivery next, BooleanSupplier goOn)
      throws InterruptedException {
    var channel = next.channel();
    var account = gate.choose(channel);
    var unfiled = last;
    if (unfiled != null && !(account.isPresent() && gate.tryTurn(channel, account.get()))) {
      // The next one has to wait; the last must not.
      file(unfiled);
      unfiled = null;
    }
    boolean hasTurn = unfiled != null;
    if (account.isEmpty() || !hasTurn && !gate.awaitTurn(channel, account.get(), goOn)) {
      queue.release(List.of(next));
      return null;
    }
    return send(unfiled, next, account.get());
  }

  private @Nullable AttemptResult send(
      @Nullable AttemptResult last, ClaimedDelivery next, String account) {
    OutgoingMessage message;
    try {
      message = composer.compose(next, account);
      health.composed(next.campaignId());
    } catch (RenderFailure e) {
      log.warn("delivery={} cannot be composed and fails: {}", next.id(), e.getMessage());
      health.failed(next.campaignId());
      if (last != null) {
        file(last);
      }
      return AttemptResult.notComposed(next, String.valueOf(e.getMessage()));
    }
    if (!turns.commit(next.channel(), last, next, account)) {
      return null;
    }
    var outcome = routes.deliver(message);
    gate.learn(next.channel(), account, outcome);
    return outcomes.judge(next, outcome);
  }

  void file(AttemptResult last) {
    turns.commit(last.delivery().channel(), last, null, "");
  }
}

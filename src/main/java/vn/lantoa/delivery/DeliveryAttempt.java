package vn.lantoa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channel;
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
  private final InstantSource clock;

  DeliveryAttempt(
      MessageComposer composer,
      LedgerTurns turns,
      RouteGateway routes,
      JdbcOutcomes outcomes,
      ProviderGate gate,
      RenderHealth health,
      DeliveryQueue queue,
      InstantSource clock) {
    this.clock = clock;
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
      health.failed(next);
      if (last != null) {
        file(last);
      }
      return AttemptResult.notComposed(next, String.valueOf(e.getMessage()));
    }
    var before = Moment.of(clock);
    if (!turns.commit(next.channel(), last, next, account)) {
      return null;
    }
    if (before.isLongAgo(clock)) {
      log.warn("delivery={} was not sent: this node stood still before the wire", next.id());
      return AttemptResult.notSent(next);
    }
    var outcome = routes.deliver(message);
    // It may have left. From here on nothing may throw, or the worker would take it for unsent.
    learn(next.channel(), account, outcome);
    return outcomes.judge(next, outcome);
  }

  private void learn(Channel channel, String account, Outcome outcome) {
    try {
      gate.learn(channel, account, outcome);
    } catch (RuntimeException e) {
      log.warn(
          "channel={} account={} learned nothing from its last message: {}",
          channel,
          account,
          e.toString());
    }
  }

  void file(AttemptResult last) {
    turns.commit(last.delivery().channel(), last, null, "");
  }

  /// Before the commit that lets a message on the wire. By the clock on the wall too: the other one
  /// stands still while a machine is suspended.
  private record Moment(long nanos, Instant wall) {

    /// By then others may think that it was sent, or lost, and act on that.
    private static final Duration LONG = Duration.ofSeconds(30);

    static Moment of(InstantSource clock) {
      return new Moment(System.nanoTime(), clock.instant());
    }

    boolean isLongAgo(InstantSource clock) {
      return System.nanoTime() - nanos > LONG.toNanos()
          || Duration.between(wall, clock.instant()).compareTo(LONG) > 0;
    }
  }
}

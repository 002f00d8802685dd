package vn.lantoa.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.lantoa.common.Channels;
import vn.lantoa.schedule.WaveDue;

/// Runs one pump per channel, from after the routes are up until before they go down.
@Component
class Dispatcher implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Channels channels;
  private final DeliveryQueue queue;
  private final DeliveryAttempt attempt;
  private final ProviderGate gate;
  private final DeliverySettings settings;
  private final List<ChannelPump> pumps = new ArrayList<>();

  Dispatcher(
      Channels channels,
      DeliveryQueue queue,
      DeliveryAttempt attempt,
      ProviderGate gate,
      DeliverySettings settings) {
    this.channels = channels;
    this.queue = queue;
    this.attempt = attempt;
    this.gate = gate;
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    gate.open();
    int uncertain = queue.recoverOwn();
    if (uncertain > 0) {
      log.warn(
          "{} deliveries were on the wire when this node last ended; they are uncertain and wait for a person",
          uncertain);
    }
    for (var channel : channels.enabled()) {
      var pump =
          new ChannelPump(channel, channels.of(channel), queue, attempt, gate, settings.idle());
      pump.start();
      pumps.add(pump);
    }
  }

  @Override
  public synchronized void stop() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    pumps.forEach(pump -> pump.end(until));
    for (var pump : pumps) {
      try {
        pump.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    pumps.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !pumps.isEmpty();
  }

  /// After the routes (phase 0), before Quartz; stopped in the reverse order.
  @Override
  public int getPhase() {
    return 1000;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  synchronized void expanded(WaveDue due) {
    pumps.forEach(ChannelPump::wake);
  }
}

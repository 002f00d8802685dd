package vn.lantoa.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings;

/// Keeps one channel busy: claims what is due and hands it to as many workers as the channel may
/// have. Claims run a little ahead of the workers, never further than they can send in half a
/// lease.
final class ChannelPump {

  private static final Logger log = LoggerFactory.getLogger(ChannelPump.class);

  private final Channel channel;
  private final ChannelSettings settings;
  private final DeliveryQueue queue;
  private final Claims claims;
  private final DeliveryAttempt attempt;
  private final ProviderGate gate;
  private final Duration idle;
  private final int ahead;
  private final BlockingQueue<ClaimedDelivery> claimed;
  private final Semaphore work = new Semaphore(0);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;
  private volatile long giveUpAt;

  ChannelPump(
      Channel channel,
      ChannelSettings settings,
      DeliveryQueue queue,
      DeliveryAttempt attempt,
      ProviderGate gate,
      Duration idle) {
    this.channel = channel;
    this.settings = settings;
    this.queue = queue;
    this.claims = new Claims(queue, channel, settings.lease(), idle, System::nanoTime);
    this.attempt = attempt;
    this.gate = gate;
    this.idle = idle;
    long inHalfALease = settings.perSecond() * settings.lease().toSeconds() / 2;
    this.ahead = (int) Math.clamp(inHalfALease, 1, 8L * settings.workers());
    this.claimed = new ArrayBlockingQueue<>(ahead);
  }

  void start() {
    running = true;
    threads.add(Thread.ofVirtual().name("claim-" + channel).start(this::claimLoop));
    threads.add(Thread.ofVirtual().name("claim-behind-" + channel).start(this::behindLoop));
    for (int i = 1; i <= settings.workers(); i++) {
      threads.add(Thread.ofVirtual().name("send-" + channel + "-" + i).start(this::sendLoop));
    }
  }

  /// Something may be due: look at once.
  void wake() {
    work.release();
  }

  /// Claims no more and begins nothing more.
  ///
  /// @param until of [System#nanoTime]; what is not filed by then is left to the lease
  void end(long until) {
    giveUpAt = until;
    running = false;
    ended.countDown();
    wake();
  }

  /// After [#end]: lets what is on the wire end, gives the rest back.
  void join() throws InterruptedException {
    for (var thread : threads) {
      thread.join(Duration.ofNanos(Math.max(1, giveUpAt - System.nanoTime())));
    }
    var unsent = new ArrayList<ClaimedDelivery>();
    claimed.drainTo(unsent);
    if (!unsent.isEmpty()) {
      queue.release(unsent);
    }
  }

  private void claimLoop() {
    while (running) {
      try {
        int room = claimed.remainingCapacity();
        var due = room * 2 < ahead && ahead > 1 ? List.<ClaimedDelivery>of() : claim(room);
        hand(due);
        if (due.isEmpty()) {
          rest();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.warn("channel={} could not claim; tried again in {}: {}", channel, idle, e.toString());
        pause();
      } catch (Error e) {
        log.error("channel={} could not claim; tried again in {}", channel, idle, e);
        pause();
      }
    }
  }

  private List<ClaimedDelivery> claim(int room) {
    return room == 0 || !gate.isOpen(channel) ? List.of() : claims.ahead(room);
  }

  /// What came back behind the claims goes to the workers between what they claim: there is always
  /// room for a little of it, however much is due.
  private void behindLoop() {
    int most = Math.max(1, ahead / 4);
    while (running) {
      try {
        var found = gate.isOpen(channel) ? claims.behind(most) : List.<ClaimedDelivery>of();
        hand(found);
        if (found.size() < most && ended.await(idle.toNanos(), TimeUnit.NANOSECONDS)) {
          return;
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        log.warn("channel={} could not look behind its claims: {}", channel, e.toString());
        pause();
      }
    }
  }

  /// Waits for room; what finds none before the end goes back.
  private void hand(List<ClaimedDelivery> due) throws InterruptedException {
    for (int i = 0; i < due.size(); i++) {
      while (!claimed.offer(due.get(i), 100, TimeUnit.MILLISECONDS)) {
        if (!running) {
          queue.release(due.subList(i, due.size()));
          return;
        }
      }
    }
  }

  /// Until there is room again, something new is said to be due, or it is time to look anyway.
  private void rest() throws InterruptedException {
    var wait = claimed.isEmpty() ? idle : Duration.ofMillis(2);
    if (work.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
      work.drainPermits();
    }
  }

  private void pause() {
    try {
      Thread.sleep(idle);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendLoop() {
    @Nullable AttemptResult last = null;
    @Nullable ClaimedDelivery next = null;
    while (running || last != null) {
      try {
        if (next == null) {
          next = running ? next(last == null) : null;
        }
        if (next != null) {
          var before = last;
          last = null;
          try {
            last = attempt.fileAndSend(before, next, () -> running);
          } catch (RuntimeException e) {
            last = before;
            throw e;
          } catch (Error e) {
            // Nobody promised that nothing has left then: it becomes uncertain.
            last = before;
            next = null;
            throw e;
          }
          next = null;
        } else if (last != null) {
          attempt.file(last);
          last = null;
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        // The database is away. What is known is not thrown away: it is filed when it comes back.
        // If that takes longer than the lease, the row is uncertain by then and the answer is kept.
        log.warn("channel={} could not commit; tried again in {}: {}", channel, idle, e.toString());
        if (!running && System.nanoTime() > giveUpAt) {
          return;
        }
        pause();
      } catch (Error e) {
        log.error(
            "channel={} worker goes on after an error of the program or the machine", channel, e);
        pause();
      }
    }
  }

  /// @param wait whether there is time: nothing waits to be filed
  private @Nullable ClaimedDelivery next(boolean wait) throws InterruptedException {
    return wait ? claimed.poll(200, TimeUnit.MILLISECONDS) : claimed.poll();
  }
}

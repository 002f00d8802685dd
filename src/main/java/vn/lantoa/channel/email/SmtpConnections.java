package vn.lantoa.channel.email;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.lantoa.channel.MailServer;

/// The open connections: as many as there are workers, since each borrows one and gives it back.
/// The last one given back is the first to be borrowed, so the others grow old and are closed.
class SmtpConnections implements AutoCloseable {

  /// For one letter with everything it needs: within half of the lease a channel has by default.
  static final Duration LONGEST = Duration.ofSeconds(28);

  /// A connection that the server closed while it lay idle shows it at once; one that takes longer
  /// is in other trouble, and there would be no time left for a second.
  private static final Duration LONGEST_STALE = Duration.ofSeconds(5);

  private final SmtpDoor door;
  private final Duration idle;
  private final Duration longest;
  private final ConcurrentLinkedDeque<SmtpConnection> free = new ConcurrentLinkedDeque<>();

  /// Those with something under way.
  private final Set<SmtpConnection> busy = ConcurrentHashMap.newKeySet();

  private final ScheduledThreadPoolExecutor watch;

  /// @param helo the name we greet the server with
  /// @param longest for one letter with everything it needs
  SmtpConnections(MailServer server, String helo, Duration idle, Duration longest) {
    door = SmtpDoor.of(server, helo);
    this.idle = idle;
    this.longest = longest;
    watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("smtp-watch").factory());
    var _ =
        watch.scheduleWithFixedDelay(
            () -> busy.forEach(SmtpConnection::abortIfOverdue), 200, 200, TimeUnit.MILLISECONDS);
    var _ =
        watch.scheduleWithFixedDelay(
            this::closeIdle,
            idle.toMillis(),
            Math.max(idle.toMillis() / 2, 1),
            TimeUnit.MILLISECONDS);
  }

  /// Sends it over a connection that lies ready, or over a new one. A connection that turns out
  /// dead before the letter was complete costs nothing: a new one takes over, once.
  SmtpAnswer deliver(Letter letter) {
    long start = System.nanoTime();
    long deadline = start + longest.toNanos();
    var ready = borrow();
    if (ready != null) {
      var answer = deliver(letter, ready, deadline);
      if (!answer.isStale() || System.nanoTime() - start > LONGEST_STALE.toNanos()) {
        return answer;
      }
    }
    try {
      var fresh = door.connect();
      return switch (open(fresh, deadline)) {
        case SmtpAnswer.Taken _ -> deliver(letter, fresh, deadline);
        case SmtpAnswer closed -> {
          fresh.close();
          yield closed;
        }
      };
    } catch (IOException e) {
      return SmtpAnswer.Broken.connecting(e);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    for (var connection = free.pollFirst(); connection != null; connection = free.pollFirst()) {
      connection.close();
    }
  }

  private SmtpAnswer open(SmtpConnection fresh, long deadline) {
    busy.add(fresh);
    try {
      return fresh.open(door.isEncryptedAtOnce(), deadline);
    } finally {
      busy.remove(fresh);
    }
  }

  private SmtpAnswer deliver(Letter letter, SmtpConnection connection, long deadline) {
    busy.add(connection);
    var answer = connection.deliver(letter, deadline);
    busy.remove(connection);
    if (connection.isUsable()) {
      free.addFirst(connection);
    } else {
      connection.close();
    }
    return answer;
  }

  private @Nullable SmtpConnection borrow() {
    for (var found = free.pollFirst(); found != null; found = free.pollFirst()) {
      if (found.idleNanos() < idle.toNanos()) {
        return found;
      }
      found.close();
    }
    return null;
  }

  private void closeIdle() {
    for (var oldest = free.pollLast(); oldest != null; oldest = free.pollLast()) {
      if (oldest.idleNanos() < idle.toNanos()) {
        free.addLast(oldest);
        return;
      }
      oldest.close();
    }
  }
}

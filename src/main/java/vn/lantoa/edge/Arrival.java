package vn.lantoa.edge;

import java.time.Duration;
import java.util.Optional;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Until when a connection is waited for, whatever it brings meanwhile: Tomcat's own time-outs
/// begin anew with every byte, so one byte now and then would hold its place for ever.
final class Arrival {

  /// Of the request that this thread serves.
  static final ScopedValue<Arrival> CURRENT = ScopedValue.newInstance();

  /// In milliseconds; none at all would be for ever.
  private static final long NO_LONGER = 1;

  private final SocketWrapperBase<?> connection;
  private final ArrivalSettings settings;
  private volatile long due;
  private volatile boolean isOfHeaders;

  Arrival(SocketWrapperBase<?> connection, ArrivalSettings settings) {
    this.connection = connection;
    this.settings = settings;
    waitForHeaders();
  }

  static Optional<Arrival> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /// Of the next request, when the last one is through; those that are on their way get no more
  /// time.
  void waitForHeaders() {
    if (!isOfHeaders) {
      isOfHeaders = true;
      setDue(settings.headers());
    }
  }

  /// Also while nobody reads it: what the program leaves is read to its end after the answer.
  void waitForBody(long length) {
    isOfHeaders = false;
    setDue(settings.forBody(length));
  }

  boolean isOfHeaders() {
    return isOfHeaders;
  }

  boolean isOverdue() {
    return System.nanoTime() - due > 0;
  }

  boolean isOver() {
    return connection.isClosed();
  }

  /// What has come is still read; whoever would have to wait for more gets a time-out instead, and
  /// whoever waits already when the usual one is over. A body that is whole is not harmed, however
  /// long its answer takes.
  void waitNoLonger() {
    connection.setReadTimeout(NO_LONGER);
  }

  private void setDue(Duration from) {
    due = System.nanoTime() + from.toNanos();
  }
}

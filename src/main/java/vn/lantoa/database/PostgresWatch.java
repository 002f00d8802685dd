package vn.lantoa.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts a server of ours again when it dies while we live: nobody else would.
final class PostgresWatch {

  private static final Logger log = LoggerFactory.getLogger(PostgresWatch.class);

  private PostgresWatch() {}

  /// @param port where it listens
  /// @param closed that it is to be dead
  static void over(int port, BooleanSupplier closed, Runnable restart) {
    Thread.ofPlatform()
        .daemon()
        .name("postgres-watch")
        .start(() -> {
          int silent = 0;
          while (!closed.getAsBoolean()) {
            pause();
            // A server that is recovering takes connections and says so: only a dead one does not.
            silent = closed.getAsBoolean() || listens(port) ? 0 : silent + 1;
            if (silent >= 2) {
              log.warn("The embedded PostgreSQL died; starting it again");
              restart.run();
            }
          }
        });
  }

  private static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

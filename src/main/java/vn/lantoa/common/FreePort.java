package vn.lantoa.common;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Where on this machine a server might listen.
public final class FreePort {

  /// Below the ports that Linux (32768 and up), macOS and Windows hand out to whoever asks for just
  /// any, which every client does: so nobody comes by it between the look and the use.
  private static final int FIRST = 20_000;

  private static final int AFTER_LAST = 32_000;

  private static final int TRIES = 100;

  private FreePort() {}

  /// One that nobody uses at this moment.
  ///
  /// @throws IllegalStateException when there seems to be none
  public static int any() {
    for (int tries = 0; tries < TRIES; tries++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
      try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException _) {
        // Taken: another one.
      }
    }
    throw new IllegalStateException("No free port from " + FIRST + " to " + AFTER_LAST);
  }
}

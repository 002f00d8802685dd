package vn.lantoa.lab.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Connections of which each begins a request and brings a byte of it now and then, often enough
/// for every time-out between two bytes: half of them of a body, half of a header. Whoever is
/// refused does not come again.
final class Tricklers implements AutoCloseable {

  private static final List<String> BEGINNINGS =
      List.of(
          """
          POST /rieng-tu HTTP/1.1\r
          Host: localhost\r
          Content-Type: application/x-www-form-urlencoded\r
          Content-Length: 2000\r
          \r
          """,
          """
          GET /cong HTTP/1.1\r
          Host: localhost\r
          X-Long:\
          """);

  private static final Duration BETWEEN_BYTES = Duration.ofSeconds(3);

  private final int port;
  private final List<Thread> threads;
  private final AtomicLong going = new AtomicLong();
  private volatile boolean running = true;

  Tricklers(URI server, int connections) {
    port = server.getPort();
    threads =
        IntStream.range(0, connections)
            .mapToObj(number -> BEGINNINGS.get(number % BEGINNINGS.size()).getBytes(US_ASCII))
            .map(beginning -> Thread.ofVirtual().start(() -> trickle(beginning)))
            .toList();
  }

  /// How many are not ended.
  long going() {
    return going.get();
  }

  @Override
  public void close() {
    running = false;
    threads.forEach(Thread::interrupt);
    Waiting.forAll(threads);
  }

  private void trickle(byte[] beginning) {
    going.incrementAndGet();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) BETWEEN_BYTES.toMillis());
      socket.getOutputStream().write(beginning);
      while (running && !isHungUp(socket)) {
        socket.getOutputStream().write('a');
      }
    } catch (IOException _) {
      // Ended, which is what should happen.
    } finally {
      going.decrementAndGet();
    }
  }

  private static boolean isHungUp(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    }
  }
}

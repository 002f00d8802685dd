package vn.lantoa.lab.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Connections of which each begins to post, announces a body, brings three bytes of it and waits.
/// Whoever is refused comes again.
final class Strangers implements AutoCloseable {

  /// As much as Tomcat takes for a form when nobody tells it otherwise, and as little as a login.
  private static final List<Integer> ANNOUNCED = List.of(2_097_000, 16_000);

  private static final List<String> PATHS = List.of("/hooks/twilio/1", "/dang-nhap", "/u/x", "/");

  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final int port;
  private final List<Thread> threads;
  private final AtomicLong begun = new AtomicLong();
  private volatile boolean running = true;

  Strangers(URI server, int connections) {
    port = server.getPort();
    threads =
        IntStream.range(0, connections)
            .mapToObj(number -> Thread.ofVirtual().start(() -> post(number)))
            .toList();
  }

  /// How many posts were begun.
  long begun() {
    return begun.get();
  }

  @Override
  public void close() {
    running = false;
    threads.forEach(Thread::interrupt);
    Waiting.forAll(threads);
  }

  private void post(int number) {
    var request =
        """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: %d\r
        \r
        a=1\
        """
            .formatted(
                PATHS.get(number / ANNOUNCED.size() % PATHS.size()),
                ANNOUNCED.get(number % ANNOUNCED.size()))
            .getBytes(US_ASCII);
    while (running) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write(request);
        begun.incrementAndGet();
        socket.getInputStream().readAllBytes();
        Thread.sleep(BETWEEN);
      } catch (IOException _) {
        // Refused, or closed on the way: once more.
      } catch (InterruptedException _) {
        return;
      }
    }
  }
}

package vn.lantoa.lab.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A text message provider that takes everything and its time: the other end of `bench delivery
/// --channel sms`, in a process of its own.
@Command(name = "provider", hidden = true)
final class ProviderCommand implements Callable<Integer> {

  /// What a provider takes for one message.
  static final Duration LATENCY = Duration.ofMillis(100);

  @Option(names = "--port", required = true)
  private int port;

  private final AtomicLong taken = new AtomicLong();

  @Override
  public Integer call() throws IOException, InterruptedException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          pause();
          var answer =
              "{\"sid\":\"SM%032x\",\"status\":\"queued\"}"
                  .formatted(taken.incrementAndGet())
                  .getBytes(US_ASCII);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    new CountDownLatch(1).await();
    return 0;
  }

  private void pause() {
    try {
      Thread.sleep(LATENCY);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}

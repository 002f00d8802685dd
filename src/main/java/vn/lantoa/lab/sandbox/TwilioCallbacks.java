package vn.lantoa.lab.sandbox;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Reports what became of text messages, signed like Twilio's: first `sent`, then `delivered` or,
/// for some, `undelivered`.
class TwilioCallbacks implements AutoCloseable {

  private static final int AT_ONCE = 16;
  private static final int TRIES = 5;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final String[] FAILURES = {"30003", "30005"};

  private final SandboxSettings settings;
  private final SandboxInbox inbox;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final AtomicLong reported = new AtomicLong();

  TwilioCallbacks(SandboxSettings settings, SandboxInbox inbox) {
    this.settings = settings;
    this.inbox = inbox;
  }

  void promise(String url, String sid, String to) {
    var sent = TwilioReport.of(url, sid, to, "sent");
    var end = TwilioReport.of(url, sid, to, "delivered");
    long number = reported.incrementAndGet();
    // Evenly spread and not by chance: a share of two in a hundred is every fiftieth.
    double share = settings.undeliveredShare();
    if (Math.floor(number * share) > Math.floor((number - 1) * share)) {
      end =
          TwilioReport.of(url, sid, to, "undelivered")
              .because(FAILURES[(int) (number % FAILURES.length)]);
    }
    var last = end;
    inbox.callbackPromised();
    inbox.callbackPromised();
    long delay = settings.receiptAfter().toMillis();
    var _ =
        timer.schedule(
            () -> threads.execute(() -> report(sent, last)), delay, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    threads.shutdownNow();
    http.shutdownNow();
  }

  private void report(TwilioReport sent, TwilioReport end) {
    turns.acquireUninterruptibly();
    try {
      post(sent);
      post(end);
    } finally {
      turns.release();
    }
  }

  private void post(TwilioReport report) {
    try {
      for (int i = 1; i <= TRIES && !reaches(report.request()); i++) {
        Pause.of(BETWEEN_TRIES);
      }
    } finally {
      inbox.callbackEnded();
    }
  }

  // Like Twilio's: any answer ends it, only a connection that fails is tried again.
  private boolean reaches(HttpRequest request) {
    try {
      http.send(request, BodyHandlers.discarding());
      return true;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}

package vn.lantoa.lab.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Reports what became of text messages, signed like Twilio's: first `sent`, then `delivered` or,
/// for some, `undelivered`. The signature is worked out here anew and not by Twilio's library, so
/// that the two check each other.
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
    var sent = form(sid, to, "sent");
    var end = form(sid, to, "delivered");
    long number = reported.incrementAndGet();
    // Evenly spread and not by chance: a share of two in a hundred is every fiftieth.
    double share = settings.undeliveredShare();
    if (Math.floor(number * share) > Math.floor((number - 1) * share)) {
      end.put("MessageStatus", "undelivered");
      end.put("ErrorCode", FAILURES[(int) (number % FAILURES.length)]);
    }
    inbox.callbackPromised();
    inbox.callbackPromised();
    long delay = settings.receiptAfter().toMillis();
    var _ =
        timer.schedule(
            () -> threads.execute(() -> report(url, sent, end)), delay, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    threads.shutdownNow();
    http.shutdownNow();
  }

  private void report(String url, Map<String, String> sent, Map<String, String> end) {
    turns.acquireUninterruptibly();
    try {
      post(url, sent);
      post(url, end);
    } finally {
      turns.release();
    }
  }

  private void post(String url, Map<String, String> form) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(Duration.ofSeconds(15))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("X-Twilio-Signature", signature(url, form))
              .POST(HttpRequest.BodyPublishers.ofString(Forms.write(form)))
              .build();
      for (int i = 1; i <= TRIES && !reaches(request); i++) {
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

  private static Map<String, String> form(String sid, String to, String status) {
    var form = new TreeMap<String, String>();
    form.put("MessageSid", sid);
    form.put("SmsSid", sid);
    form.put("AccountSid", TwilioStandIn.ACCOUNT);
    form.put("MessagingServiceSid", TwilioStandIn.SERVICE);
    form.put("To", to);
    form.put("MessageStatus", status);
    form.put("SmsStatus", status);
    form.put("ApiVersion", "2010-04-01");
    return form;
  }

  private static String signature(String url, Map<String, String> sorted) {
    var text = new StringBuilder(url);
    sorted.forEach((name, value) -> text.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TwilioStandIn.TOKEN.value().getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA1", e);
    }
  }
}

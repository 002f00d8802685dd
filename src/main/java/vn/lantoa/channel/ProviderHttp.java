package vn.lantoa.channel;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// How providers are asked over HTTP: once, with an end in sight, and never anywhere but under the
/// base address from the settings. No redirects (a redirect would carry the token elsewhere), no
/// second try, no address or header in any text it gives back, since Telegram has its token in the
/// address.
public final class ProviderHttp implements AutoCloseable {

  /// Well within half a lease; see [vn.lantoa.delivery.ChannelSender].
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
  private static final long LARGEST_ANSWER = 256 * 1024;

  // Left to itself the client makes a thread of the machine for nearly every request: a third more
  // work for each.
  private final ExecutorService steps = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;
  private final Duration longest;
  private final InstantSource clock;

  /// @param clock tells how far away the moment is at which a provider wants to be asked again
  public ProviderHttp(InstantSource clock) {
    this(LONGEST_CONNECT, LONGEST, clock);
  }

  public ProviderHttp(Duration longestConnect, Duration longest, InstantSource clock) {
    this.longest = longest;
    this.clock = clock;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(longestConnect)
            .executor(steps)
            .build();
  }

  public Reply ask(ProviderRequest asked) {
    var request = below(asked).timeout(longest);
    asked.headers().forEach(request::header);
    if (asked.handsOver()) {
      var body = HttpRequest.BodyPublishers.ofString(asked.body(), StandardCharsets.UTF_8);
      request.header("Content-Type", asked.contentType()).POST(body);
    }
    return send(request.build());
  }

  @Override
  public void close() {
    client.shutdownNow();
    steps.shutdownNow();
  }

  private static HttpRequest.Builder below(ProviderRequest asked) {
    var base = asked.base();
    var uri = URI.create(base + asked.path());
    if (!asked.path().startsWith("/")
        || !base.getScheme().equals(uri.getScheme())
        || !base.getRawAuthority().equals(uri.getRawAuthority())) {
      throw new IllegalArgumentException("Not below the configured base address");
    }
    return HttpRequest.newBuilder(uri);
  }

  private Reply send(HttpRequest request) {
    // The client's own timeout ends with the headers; a body that trickles in would never end.
    var exchange =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
    try {
      var response = exchange.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.body(), retryAfter(response));
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case ConnectException cause -> new NotSent(name(cause));
        case HttpConnectTimeoutException cause -> new NotSent(name(cause));
        case Exception cause -> new Lost(name(cause));
        case null, default -> new Lost(name(e));
      };
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return new Lost(name(e));
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return new Lost(name(e));
    }
  }

  private @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .flatMap(text -> RetryAfter.read(text, clock.instant()))
        .orElse(null);
  }

  // The name of the class only: messages of the JDK may hold the address.
  private static String name(Exception e) {
    return e.getClass().getSimpleName();
  }

  /// What became of a request.
  public sealed interface Reply {}

  /// The provider answered, whatever it said.
  ///
  /// @param retryAfter null when the provider asked for no pause
  public record Answer(int status, String body, @Nullable Duration retryAfter) implements Reply {

    public boolean isSuccess() {
      return status / 100 == 2;
    }
  }

  /// No connection came about: surely nothing was taken.
  public record NotSent(String why) implements Reply {}

  /// It was on its way and no answer came: it may have been taken.
  public record Lost(String why) implements Reply {}
}

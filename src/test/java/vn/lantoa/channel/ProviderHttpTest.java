package vn.lantoa.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderHttpTest {

  @Test
  void waitsUntilTheMomentTheProviderNames() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "Sun, 10 Oct 2027 00:31:30 GMT");
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    server.start();
    var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

    try (var http = new ProviderHttp(ChannelExamples.CLOCK)) {
      assertThat(http.ask(ProviderRequest.get(base, "/", Map.of())))
          .isEqualTo(new ProviderHttp.Answer(503, "", Duration.ofSeconds(90)));
    } finally {
      server.stop(0);
    }
  }
}

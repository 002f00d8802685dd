package vn.lantoa.channel.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.MailServer;
import vn.lantoa.channel.Secret;
import vn.lantoa.delivery.Outcome;

/// What only a server with manners of its own can show.
class SmtpConnectionTest {

  @Test
  void triesAgainWhenTheGreetingSaysBusy() throws IOException {
    try (var server = new Script("421 4.3.2 too busy")) {
      assertThat(send(server)).isInstanceOf(Outcome.Unavailable.class);
    }
  }

  @Test
  void pausesTheChannelWhenTheLoginIsRefused() throws IOException {
    try (var server = new Script("220 hi", "250-hi\r\n250 AUTH PLAIN", "535 5.7.8 wrong")) {
      var outcome = send(server, "officer", "canary-password");

      assertThat(outcome).isInstanceOf(Outcome.ChannelDown.class);
      assertThat(outcome.toString()).doesNotContain("canary");
    }
  }

  @Test
  void waitsNoLongerThanItsDeadlineForAGreetingThatNeverEnds() throws IOException {
    try (var server = new Script("220-still\r\n220-busy")) {
      long start = System.nanoTime();

      assertThat(send(server)).isInstanceOf(Outcome.Unavailable.class);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void triesAgainWhenItIsCutOffAtTheDataCommand() throws IOException {
    try (var server = new Script("220 hi", "250 hi", "250 ok", "250 ok")) {
      assertThat(send(server)).isInstanceOf(Outcome.Retry.class);
    }
  }

  @Test
  void believesARefusalAfterTheDotThoughTheServerHangsUpAtOnce() throws IOException {
    try (var server =
        new Script("220 hi", "250 hi", "250 ok", "250 ok", "354 go", "554 5.6.0 no")) {
      assertThat(send(server)).isInstanceOf(Outcome.Permanent.class);
    }
  }

  @Test
  void isUnsureWhenTheServerHangsUpAfterTheDot() throws IOException {
    try (var server = new Script("220 hi", "250 hi", "250 ok", "250 ok", "354 go")) {
      assertThat(send(server)).isInstanceOf(Outcome.Ambiguous.class);
      assertThat(server.heard).contains(".");
    }
  }

  private static Outcome send(Script server) {
    return send(server, "", "");
  }

  private static Outcome send(Script server, String user, String password) {
    var address =
        new MailServer(
            "127.0.0.1", server.port(), user, new Secret(password), MailServer.Encryption.AUTO);
    try (var connections = EmailExamples.connections(address)) {
      return EmailExamples.sender(address, connections)
          .send(ChannelExamples.letter(41, "thao@example.edu.vn"));
    }
  }

  /// Says its lines one after the other, each after one of the client's (after the dot, in a
  /// letter), then hangs up.
  private static final class Script implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    Script(String... lines) throws IOException {
      server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(() -> play(lines));
    }

    int port() {
      return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }

    private void play(String[] lines) {
      try (var client = server.accept();
          var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
        for (var line : lines) {
          say(client, line);
          hear(in, line.startsWith("354"));
        }
      } catch (IOException _) {
        // The client went first.
      }
    }

    private void hear(BufferedReader in, boolean letter) throws IOException {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        if (!letter || line.equals(".")) {
          return;
        }
      }
    }

    private static void say(Socket client, String line) throws IOException {
      client.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
      client.getOutputStream().flush();
    }
  }
}

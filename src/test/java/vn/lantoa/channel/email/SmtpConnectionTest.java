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
import org.junit.jupiter.api.Timeout;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.channel.MailServer;
import vn.lantoa.channel.Secret;
import vn.lantoa.delivery.Outcome;

/// What only a server with manners of its own can show.
class SmtpConnectionTest {

  private static final Duration HASTE = Duration.ofSeconds(1);

  @Test
  void triesAgainWhenTheGreetingSaysBusy() throws IOException {
    try (var server = new Script("421 4.3.2 too busy")) {
      assertThat(send(server)).isInstanceOf(Outcome.Unavailable.class);
    }
  }

  @Test
  void pausesTheChannelWhenTheLoginIsRefused() throws IOException {
    try (var server = new Script("220 hi", "250-hi\r\n250 AUTH PLAIN", "535 5.7.8 wrong")) {
      var outcome = send(address(server.port(), "officer", "canary-password"));

      assertThat(outcome).isInstanceOf(Outcome.ChannelDown.class);
      assertThat(outcome.toString()).doesNotContain("canary");
    }
  }

  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void waitsNoLongerThanItsDeadlineForAGreetingThatNeverEnds() throws IOException {
    try (var server = new EndlessGreeting();
        var connections = EmailExamples.connections(address(server.port()), HASTE)) {
      assertThat(send(address(server.port()), connections)).isInstanceOf(Outcome.Unavailable.class);
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
    return send(address(server.port()));
  }

  private static Outcome send(MailServer address) {
    try (var connections = EmailExamples.connections(address)) {
      return send(address, connections);
    }
  }

  private static Outcome send(MailServer address, SmtpConnections connections) {
    return EmailExamples.sender(address, connections)
        .send(ChannelExamples.letter(41, "thao@example.edu.vn"));
  }

  private static MailServer address(int port) {
    return address(port, "", "");
  }

  private static MailServer address(int port, String user, String password) {
    return new MailServer(
        "127.0.0.1", port, user, new Secret(password), MailServer.Encryption.AUTO);
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

  /// Says that it is still busy until the client goes, so that no wait for the next line is long.
  private static final class EndlessGreeting implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    EndlessGreeting() throws IOException {
      Thread.ofVirtual().start(this::play);
    }

    int port() {
      return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }

    private void play() {
      try (var client = server.accept()) {
        while (!server.isClosed()) {
          Script.say(client, "220-busy");
          Thread.sleep(20);
        }
      } catch (IOException | InterruptedException _) {
        // The client went first.
      }
    }
  }
}

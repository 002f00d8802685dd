package vn.lantoa.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.env.Environment;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.testing.TestServer;
import vn.lantoa.testing.WebVisitor;

/// A byte now and then starts every time-out of Tomcat anew: only an end that does not move frees
/// the connection.
@Timeout(120)
class TimelyArrivalTest {

  private static final Duration ALLOWED = Duration.ofSeconds(2);
  private static final Duration BETWEEN_BYTES = Duration.ofMillis(150);

  /// Far less than all the bytes would take, far more than is allowed.
  private static final Duration ENDED_WITHIN = Duration.ofSeconds(15);

  private static final String FORM = "\r\nContent-Type: application/x-www-form-urlencoded";

  private static TestServer server;
  private static OrgUnit unit;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            Map.of(
                "lantoa.arrival.headers", ALLOWED.toSeconds() + "s",
                "lantoa.arrival.body", ALLOWED.toSeconds() + "s",
                "lantoa.arrival.per-second", "64KB"));
    unit = ConsoleExamples.fill(server.context()).department();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// What one client begins with and what it goes on with for ever.
  record Trickle(String beginning, String more) {

    boolean isEnded() throws IOException, InterruptedException {
      return TimelyArrivalTest.isEnded(beginning, more);
    }
  }

  private static final List<Trickle> TRICKLES =
      List.of(
          // Bodies read by Tomcat itself.
          body("/rieng-tu HTTP/1.1\r\nHost: localhost" + FORM, 2000),
          body("/dang-nhap HTTP/1.1\r\nHost: localhost" + FORM, 2000),
          body(
              "/rieng-tu HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x",
              2000),
          body(
              "/hooks/twilio/1 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json",
              2000),
          // Read by nobody, and to their end after the answer.
          body("/cong HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain", 2000),
          body(
              "/cong HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nAccept: text/html",
              2000),
          body("/cong HTTP/1.1\r\nHost: elsewhere.example" + FORM, 2000),
          // Refused by its length, which must not buy it any time.
          body("/rieng-tu HTTP/1.1\r\nHost: localhost\r\nAccept: text/html" + FORM, 50_000_000),
          // Headers.
          new Trickle("GET /cong HTTP/1.1\r\nHost: localhost\r\nX-Long: ", "a"),
          new Trickle("GET /cong?a=", "a"),
          new Trickle("\r\n", "a"),
          // Empty lines.
          new Trickle("", "\r\n"),
          new Trickle("GET /cong HTTP/1.1\r\nHost: localhost\r\n\r\n", "\r\n"));

  /// All at once, since each only waits.
  @Test
  void whoTricklesIsEnded() throws InterruptedException {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var ended =
          clients.invokeAll(
              TRICKLES.stream().<Callable<Boolean>>map(trickle -> trickle::isEnded).toList());

      assertThat(TRICKLES)
          .zipSatisfy(ended, (_, isEnded) -> assertThat(isEnded.resultNow()).isTrue());
    }
  }

  @Test
  void theHeadersOfALaterRequestHaveTheirOwnTime() throws IOException, InterruptedException {
    var request = "GET /cong HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (var socket = connected()) {
      for (int i = 0; i < 4; i++) {
        slowly(request, ALLOWED.dividedBy(2), socket.getOutputStream());
      }
      socket.shutdownOutput();

      assertThat(answers(socket).split("HTTP/1.1 200", -1)).hasSize(5);
    }
  }

  @Test
  void anHonestSlowBodyArrivesWhole() throws IOException, InterruptedException {
    var form = "%20".repeat(100);
    try (var socket = connected()) {
      socket
          .getOutputStream()
          .write(
              ("POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\nConnection: close"
                      + FORM
                      + "\r\nContent-Length: 300\r\n\r\n")
                  .getBytes(UTF_8));
      slowly(form, ALLOWED.dividedBy(2), socket.getOutputStream());

      // It lacks the token of a form, which is known once it has been read.
      assertThat(answers(socket)).contains("HTTP/1.1 302", "het-phien");
    }
  }

  /// 512 kB have 8 s more than a short form.
  @Test
  void aLongUploadHasTheTimeItNeeds() throws IOException, InterruptedException {
    var officer = new WebVisitor(server);
    officer.logIn(ConsoleExamples.OFFICER, ConsoleExamples.PASSWORD);
    var part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
    var body =
        (part.formatted("_csrf", "", officer.token("/nguoi-nhan/nhap"))
                + part.formatted("unit", "", unit.id())
                + part.formatted("file", "; filename=\"a.csv\"", "x".repeat(512 * 1024))
                + "--x--\r\n")
            .getBytes(UTF_8);

    var answer =
        officer.answer(
            officer
                .request("/nguoi-nhan/nhap")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(
                    BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(
                            () -> new SlowStream(body, ALLOWED.multipliedBy(2))),
                        body.length)));

    assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/nguoi-nhan/nhap/");
  }

  private static Trickle body(String request, int length) {
    return new Trickle("POST " + request + "\r\nContent-Length: " + length + "\r\n\r\n", "a");
  }

  /// Whether the server hangs up on who goes on and on.
  private static boolean isEnded(String beginning, String more)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + ENDED_WITHIN.toNanos();
    try (var socket = connected()) {
      socket.setSoTimeout((int) BETWEEN_BYTES.toMillis());
      socket.getOutputStream().write(beginning.getBytes(UTF_8));
      while (System.nanoTime() < end) {
        if (isHungUp(socket)) {
          return true;
        }
        socket.getOutputStream().write(more.getBytes(UTF_8));
      }
    } catch (SocketException _) {
      return true;
    }
    return false;
  }

  private static boolean isHungUp(Socket socket) throws IOException {
    try {
      while (socket.getInputStream().read() >= 0) {
        // An answer.
      }
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    }
  }

  private static void slowly(String text, Duration lasting, OutputStream to)
      throws IOException, InterruptedException {
    int middle = text.length() / 2;
    to.write(text.substring(0, middle).getBytes(UTF_8));
    Thread.sleep(lasting);
    to.write(text.substring(middle).getBytes(UTF_8));
  }

  private static String answers(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  private static Socket connected() throws IOException {
    int port = server.get(Environment.class).getRequiredProperty("local.server.port", int.class);
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /// Comes in so many pieces.
  private static final class SlowStream extends ByteArrayInputStream {

    private static final int PIECES = 32;

    private final Duration betweenPieces;

    SlowStream(byte[] all, Duration lasting) {
      super(all);
      this.betweenPieces = lasting.dividedBy(PIECES);
    }

    @Override
    public int read(byte[] into, int from, int most) {
      LockSupport.parkNanos(betweenPieces.toNanos());
      return super.read(into, from, Math.min(most, buf.length / PIECES + 1));
    }
  }
}

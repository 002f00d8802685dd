package vn.lantoa.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import vn.lantoa.common.FreePort;
import vn.lantoa.testing.Eventually;
import vn.lantoa.testing.TestServer;

/// The example of the README as it is printed, in a real nginx where there is one.
@Timeout(180)
class NginxExampleTest {

  private static final Pattern EXAMPLE = Pattern.compile("```nginx\\n(.*?)```", Pattern.DOTALL);

  @TempDir private static Path folder;

  private static TestServer server;
  private static Process nginx;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(isThere("nginx", "-v") && isThere("openssl", "version"), "needs nginx and openssl");
    server = TestServer.start(Map.of("lantoa.public-url", "https://lantoa.example.vn"));
    port = FreePort.any();
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=lantoa.example.vn",
        "-keyout",
        folder.resolve("key").toString(),
        "-out",
        folder.resolve("cert").toString());
    Files.writeString(folder.resolve("nginx.conf"), configuration());
    nginx =
        new ProcessBuilder(
                "nginx",
                "-p",
                folder.toString(),
                "-e",
                "stderr",
                "-c",
                "nginx.conf",
                "-g",
                "daemon off;")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    Eventually.eventually().until(NginxExampleTest::isUp);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (nginx != null) {
      nginx.destroy();
      nginx.waitFor();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void leadsToTheConsole() throws Exception {
    var answer = ask("GET /chien-dich HTTP/1.1", "Host: lantoa.example.vn", "Accept: text/html");

    assertThat(answer)
        .startsWith("HTTP/1.1 302 ")
        .contains(
            "Location: /dang-nhap\r\n",
            "Strict-Transport-Security: ",
            "Set-Cookie: __Host-trang-muon-mo=");
  }

  /// Neither as the machine itself, nor under another name.
  @Test
  void aVisitorIsNobodyButHimself() throws Exception {
    assertThat(ask("GET /dang-nhap HTTP/1.1", "Host: evil.example")).startsWith("HTTP/1.1 421 ");
    assertThat(ask("GET /cong HTTP/1.1", "Host: lantoa.example.vn", "X-Forwarded-For: 9.9.9.9"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void whatIsTooLongEndsAtTheProxy() throws Exception {
    assertThat(ask("POST /dang-nhap HTTP/1.1", "Host: lantoa.example.vn", "Content-Length: 300000"))
        .startsWith("HTTP/1.1 413 ")
        .contains("nginx");
  }

  /// A body whose length is not announced comes to us with one.
  @Test
  void chunksComeWhole() throws Exception {
    var answer =
        ask(
            "POST /hooks/twilio/1 HTTP/1.1",
            "Host: lantoa.example.vn",
            "Content-Type: application/x-www-form-urlencoded",
            "Transfer-Encoding: chunked",
            "",
            "3\r\na=1\r\n0");

    assertThat(answer).startsWith("HTTP/1.1 403 ");
  }

  private static String configuration() throws IOException {
    var example = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
    assertThat(example.find()).isTrue();
    var ours = server.get(Environment.class).getProperty("local.server.port");
    var said =
        example
            .group(1)
            .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;")
            .replace("listen 80;", "listen 127.0.0.1:" + FreePort.any() + ";")
            .replace("/etc/ssl/lantoa.pem", folder.resolve("cert").toString())
            .replace("/etc/ssl/lantoa.key", folder.resolve("key").toString())
            .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + ours);
    var temporary =
        Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
            .map(name -> name + "_temp_path " + folder.resolve(name) + ";\n")
            .reduce("", String::concat);
    return "pid "
        + folder.resolve("pid")
        + ";\nevents {}\nhttp {\naccess_log off;\n"
        + temporary
        + said
        + "}\n";
  }

  private static boolean isThere(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException | InterruptedException _) {
      return false;
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("run").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
  }

  private static boolean isUp() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static String ask(String... lines) throws Exception {
    var tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {new Anybody()}, null);
    try (var socket = tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      boolean chunked = Stream.of(lines).anyMatch(String::isEmpty);
      var request =
          chunked
              ? String.join("\r\n", lines).replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
              : String.join("\r\n", lines) + "\r\nConnection: close";
      socket.getOutputStream().write((request + "\r\n\r\n").getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  /// The certificate of the test is nobody's.
  private static final class Anybody implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}

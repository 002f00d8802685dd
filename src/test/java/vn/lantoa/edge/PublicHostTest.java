package vn.lantoa.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testing.TestServer;

/// A server with a public address, behind a proxy on the same machine that is set up badly: it says
/// nothing of TLS, and passes on what visitors say of themselves.
@Timeout(60)
class PublicHostTest {

  private static final String OURS = "Host: lantoa.example.vn";
  private static final String BROWSER = "Accept: text/html";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of("lantoa.public-url", "https://lantoa.example.vn"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void anotherNameIsRefusedInWords() throws IOException {
    var answer = answer("GET /cong HTTP/1.1", "Host: evil.example", BROWSER);

    assertThat(answer).startsWith("HTTP/1.1 421 ").contains("https://lantoa.example.vn");
    assertThat(answer("GET /cong HTTP/1.1", OURS)).startsWith("HTTP/1.1 200 ");
    assertThat(answer("GET /cong HTTP/1.1", "Host: LanToa.example.vn:443"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void thisMachineMayAskItself() throws IOException {
    assertThat(answer("GET /actuator/health HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 200 ");
    assertThat(answer("GET /dang-nhap HTTP/1.1", "Host: 127.0.0.1:8080"))
        .startsWith("HTTP/1.1 200 ");
  }

  /// Of a chain the last address that is no proxy's is the visitor's: here nobody's of this
  /// machine.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.7",
        "127.0.0.1, 203.0.113.7",
        "203.0.113.7, 127.0.0.1",
        "127.0.0.1, 10.1.2.3"
      })
  void nobodyElseIsThisMachine(String chain) throws IOException {
    assertThat(answer("GET /dang-nhap HTTP/1.1", "Host: localhost", "X-Forwarded-For: " + chain))
        .startsWith("HTTP/1.1 421 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/chien-dich",
        "/",
        "/dang-nhap?x",
        "/ngon-ngu/en",
        "/css",
        "/actuator/prometheus"
      })
  void noAddressIsMadeOfWhatARequestSays(String path) throws IOException {
    var answer =
        answer(
            "GET " + path + " HTTP/1.1",
            OURS,
            BROWSER,
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Port: 666",
            "Referer: https://evil.example//evil.example/");

    assertThat(answer).doesNotContain("evil", ":666");
    assertThat(lines(answer, "Location:")).allMatch(line -> line.startsWith("Location: /"));
  }

  /// Whatever the proxy says, or does not say.
  @Test
  void cookiesAreForThisHostOverTlsAlone() throws IOException {
    assertThat(lines(answer("GET /chien-dich HTTP/1.1", OURS, BROWSER), "Set-Cookie:"))
        .hasSize(1)
        .allSatisfy(PublicHostTest::isGuarded);
    assertThat(lines(answer("GET /dang-nhap HTTP/1.1", OURS, BROWSER), "Set-Cookie:"))
        .isNotEmpty()
        .allSatisfy(PublicHostTest::isGuarded);
    assertThat(lines(answer("GET /ngon-ngu/en HTTP/1.1", OURS, BROWSER), "Set-Cookie:"))
        .isNotEmpty()
        .allSatisfy(PublicHostTest::isGuarded);
  }

  private static void isGuarded(String cookie) {
    assertThat(cookie)
        .startsWith("Set-Cookie: __Host-")
        .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
        .doesNotContain("Domain");
  }

  @Test
  void theSessionIsNamedLikewise() {
    var session = server.get(jakarta.servlet.ServletContext.class).getSessionCookieConfig();

    assertThat(session.getName()).isEqualTo("__Host-JSESSIONID");
    assertThat(session.isSecure()).isTrue();
    assertThat(session.isHttpOnly()).isTrue();
    assertThat(session.getPath()).isEqualTo("/");
  }

  static Stream<List<String>> requests() {
    return Stream.of(
        List.of("200", "GET /cong HTTP/1.1", OURS),
        List.of("200", "GET /robots.txt HTTP/1.1", OURS),
        List.of("302", "GET / HTTP/1.1", OURS),
        List.of("404", "GET /cong/khong-co HTTP/1.1", OURS),
        List.of("404", "GET /css/khong-co.css HTTP/1.1", OURS),
        List.of("400", "GET /x%00 HTTP/1.1", OURS),
        List.of("400", "GET //x HTTP/1.1", OURS),
        List.of("400", "GET /x;y HTTP/1.1", OURS),
        List.of("400", "GET /%zz HTTP/1.1", OURS),
        List.of("400", "GET /cong?q=%zz HTTP/1.1", OURS),
        List.of("400", "GET /cong?q=%00 HTTP/1.1", OURS),
        List.of("405", "TRACE / HTTP/1.1", OURS),
        List.of("400", "WAS / HTTP/1.1", OURS),
        List.of("302", "PUT /dang-nhap HTTP/1.1", OURS, "Content-Length: 0"),
        List.of("413", "POST /dang-nhap HTTP/1.1", OURS, "Content-Length: 20000"),
        List.of("411", "POST /dang-nhap HTTP/1.1", OURS, "Transfer-Encoding: chunked"),
        List.of("403", "POST /chien-dich/moi HTTP/1.1", OURS, "Content-Length: 0"),
        List.of("421", "GET / HTTP/1.1", "Host: evil.example"),
        List.of("400", "RUBBISH", OURS),
        List.of("505", "GET / HTTP/9.9", OURS),
        List.of("400", "GET /\0 HTTP/1.1", OURS),
        List.of("400", "GET / HTTP/1.1", OURS, "X-Twilio-Signature: a\0b"),
        List.of("400", "GET / HTTP/1.1", OURS, "Cookie: " + "x".repeat(9_000)));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void everyAnswerSaysWhatABrowserMayDo(List<String> request) throws IOException {
    var lines = request.stream().skip(1).toArray(String[]::new);

    assertThat(answer(lines))
        .startsWith("HTTP/1.1 " + request.getFirst() + " ")
        .contains(
            "\r\nContent-Security-Policy: default-src 'none'; ",
            "frame-ancestors 'none'\r\n",
            "\r\nX-Content-Type-Options: nosniff\r\n",
            "\r\nX-Frame-Options: DENY\r\n",
            "\r\nReferrer-Policy: same-origin\r\n",
            "\r\nStrict-Transport-Security: max-age=31536000; includeSubDomains\r\n",
            "\r\nCache-Control: ")
        .doesNotContain("Tomcat", "Exception", "\tat ");
  }

  private static String answer(String... lines) throws IOException {
    return RawRequest.answer(server, lines);
  }

  private static Stream<String> lines(String answer, String beginning) {
    return answer.lines().filter(line -> line.startsWith(beginning));
  }
}

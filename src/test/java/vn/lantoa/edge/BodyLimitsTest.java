package vn.lantoa.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.ServletException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import vn.lantoa.testing.TestServer;

/// Requests that announce a body and bring none: a program that waits for it, or makes room for it,
/// can be ended from outside.
@Timeout(60)
class BodyLimitsTest {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/hooks/twilio/1", "/u/abc", "/dang-nhap", "/chien-dich", "/nguoi-nhan/nhap"})
  void whoHasNotLoggedInIsRefusedByTheLengthAlone(String path) throws IOException {
    var answer =
        answer(path, "Content-Type: application/x-www-form-urlencoded", "Content-Length: 20000");

    assertThat(answer).contains(" 413 ");
  }

  @Test
  void filesOfAStrangerAreNotWaitedFor() throws IOException {
    var answer =
        answer(
            "/nguoi-nhan/nhap",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Length: 30000000");

    assertThat(answer).contains(" 413 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+5", "-1", "99999999999999999999", "5\r\nContent-Length: 6"})
  void aLengthThatIsNoneIsABadRequest(String length) throws IOException {
    assertThat(answer("/rieng-tu", "Content-Length: " + length)).contains(" 400 ");
  }

  @Test
  void aStrangerHasToSayHowMuchWillCome() throws IOException {
    assertThat(answer("/hooks/twilio/1", "Transfer-Encoding: chunked")).contains(" 411 ");
  }

  @Test
  void whoHasLoggedInMayBringAFormOrFiles() throws Exception {
    assertThat(afterLogin("application/x-www-form-urlencoded", 200_000)).isEqualTo(200);
    assertThat(afterLogin("application/x-www-form-urlencoded", 300_000)).isEqualTo(413);
    assertThat(afterLogin("multipart/form-data; boundary=x", 30_000_000)).isEqualTo(200);
  }

  private static int afterLogin(String type, int length) throws ServletException, IOException {
    var request = new MockHttpServletRequest("POST", "/noi-dung/moi");
    request.getSession().setAttribute(SPRING_SECURITY_CONTEXT_KEY, "whoever");
    request.setContentType(type);
    request.setContent(new byte[length]);
    var response = new MockHttpServletResponse();
    new BodyLimits(DataSize.ofKilobytes(256), DataSize.ofMegabytes(41))
        .doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }

  /// @return the first line of it
  private static String answer(String path, String... headers) throws IOException {
    int port = server.get(Environment.class).getRequiredProperty("local.server.port", int.class);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var request =
          "POST "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + String.join("\r\n", headers)
              + "\r\n\r\na=1";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
          .readLine();
    }
  }
}

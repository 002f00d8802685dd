package vn.lantoa.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.Endpoint;
import vn.lantoa.testing.TestServer;
import vn.lantoa.testing.WebVisitor;

/// Who has not logged in leaves nothing behind on the server, and loses nothing by it.
@Timeout(120)
class StrangersKeepNothingTest {

  private static final int REQUESTS = 4_000;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of());
    ConsoleExamples.fill(server.context());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void noAddressMakesASession() throws Exception {
    var mappings =
        server
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    var before = sessions().getSessionCounter();
    var made = new ArrayList<String>();

    for (var endpoint : Endpoint.all(mappings)) {
      var stranger = new WebVisitor(server);
      stranger.cookies().put("JSESSIONID", "0123456789ABCDEF");
      var request = stranger.request(endpoint.path("1") + "?a=" + "b".repeat(300));
      stranger.answer(request.method(endpoint.method().name(), BodyPublishers.noBody()));
      if (!"0123456789ABCDEF".equals(stranger.cookies().get("JSESSIONID"))) {
        made.add(endpoint.toString());
      }
    }
    var stranger = new WebVisitor(server);
    stranger.logIn("khong-ai-ca", "sai mat khau roi");
    stranger.open("/dang-nhap");

    assertThat(made).isEmpty();
    assertThat(stranger.cookies()).doesNotContainKey("JSESSIONID");
    assertThat(sessions().getSessionCounter()).isEqualTo(before);
  }

  @Test
  void longAddressesAreNotKept() throws Exception {
    ask(500);
    long before = memory();

    ask(REQUESTS);

    // 47 MB when each of them was kept in a session.
    assertThat(memory() - before).isLessThan(10_000_000);
  }

  @Test
  void theBrowserRemembersThePageOneWanted() throws Exception {
    var officer = new WebVisitor(server);
    assertThat(officer.open("/luot-gui?q=lan").headers().firstValue("Location"))
        .contains("/dang-nhap");

    var answer = logIn(officer);

    assertThat(answer).contains("/luot-gui?q=lan");
    assertThat(officer.open("/luot-gui?q=lan").statusCode()).isEqualTo(200);
  }

  @Test
  void saysOnceWhatWasWrongWithALogin() throws Exception {
    var stranger = new WebVisitor(server);
    stranger.logIn("lạ lùng <b>", "sai mat khau roi");

    assertThat(stranger.open("/dang-nhap").body())
        .contains("chưa đúng", "value=\"lạ lùng &lt;b>\"");
    assertThat(stranger.open("/dang-nhap").body()).doesNotContain("chưa đúng");
  }

  /// In the tab where it was typed, after a login in another one.
  @Test
  void aFormOutlivesItsSession() throws Exception {
    var officer = new WebVisitor(server);
    logIn(officer);
    var form =
        Map.of(
            "_csrf", officer.token("/ho-so"),
            "email", "lan@mau.example.vn",
            "typed", "x".repeat(900));
    officer.cookies().remove("JSESSIONID");

    var ended = officer.send("/ho-so", form);
    logIn(officer);
    var again = officer.send("/ho-so", form);

    assertThat(ended.statusCode()).isEqualTo(403);
    assertThat(ended.body()).contains("phiên làm việc", "đăng nhập lại", "F5");
    assertThat(again.statusCode()).isEqualTo(302);
    assertThat(officer.open("/ho-so").body()).contains("lan@mau.example.vn");
  }

  @Test
  void soDoesALongOne() throws Exception {
    var officer = new WebVisitor(server);
    logIn(officer);
    var form =
        Map.of(
            "_csrf", officer.token("/noi-dung/moi"), "item", "", "portal", "dài ".repeat(10_000));
    officer.cookies().remove("JSESSIONID");

    var ended = officer.send("/ban-nhap", form);
    logIn(officer);
    var again = officer.send("/ban-nhap", form);

    assertThat(ended.statusCode()).isEqualTo(413);
    assertThat(ended.body()).contains("<html lang=\"vi\"", "đăng nhập lại", "F5");
    assertThat(again.headers().firstValue("Location").orElse("")).startsWith("/ban-nhap/");
  }

  @Test
  void aTokenOfAnotherAccountOrOfNobodyIsNone() throws Exception {
    var browser = new WebVisitor(server);
    var ofNobody = browser.token("/dang-nhap");
    logIn(browser);
    var ofTheOfficer = browser.token("/ho-so");
    browser.cookies().remove("JSESSIONID");
    browser.logIn(ConsoleExamples.APPROVER, ConsoleExamples.PASSWORD);

    for (var token : new String[] {ofNobody, ofTheOfficer}) {
      assertThat(browser.send("/ho-so", Map.of("_csrf", token, "email", "")).statusCode())
          .isEqualTo(403);
    }
  }

  private static String logIn(WebVisitor visitor) throws IOException, InterruptedException {
    var answer = visitor.logIn(ConsoleExamples.OFFICER, ConsoleExamples.PASSWORD);
    assertThat(visitor.cookies()).containsKey("JSESSIONID");
    return answer.headers().firstValue("Location").orElse("");
  }

  private static void ask(int times) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      new WebVisitor(server).open("/chien-dich?a=" + i + "b".repeat(3_000));
    }
  }

  private static long memory() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static Manager sessions() {
    var tomcat =
        (TomcatWebServer) ((ServletWebServerApplicationContext) server.context()).getWebServer();
    return ((Context) tomcat.getTomcat().getHost().findChildren()[0]).getManager();
  }
}

package vn.lantoa.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.testing.TestServer;
import vn.lantoa.testing.WebVisitor;

/// Nonsense in every field of every address, as the router knows them, from people of every role
/// and from nobody: it is refused, and nothing breaks.
class FuzzTest {

  private static final int SAMPLE = 1_500;

  private static TestServer server;
  private static List<FuzzTarget> targets;
  private static final Map<String, WebVisitor> visitors = new TreeMap<>();
  private static final Map<String, String> tokens = new TreeMap<>();
  private static String bystander = "";

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(Map.of("logging.level.root", "WARN"));
    ConsoleExamples.fill(server.context());
    targets =
        FuzzTarget.all(
            server
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
    visitors.put("nobody", new WebVisitor(server));
    tokens.put("nobody", visitors.get("nobody").token("/dang-nhap"));
    for (var name :
        List.of(
            ConsoleExamples.OFFICER,
            ConsoleExamples.APPROVER,
            ConsoleExamples.SCHOOL,
            ConsoleExamples.ADMIN)) {
      var visitor = new WebVisitor(server);
      visitor.logIn(name, ConsoleExamples.PASSWORD);
      visitors.put(name, visitor);
      tokens.put(name, visitor.token("/ho-so"));
    }
    bystander =
        server
            .get(JdbcClient.class)
            .sql("select id from account where username = :name")
            .param("name", ConsoleExamples.NEWCOMER)
            .query(String.class)
            .single();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void nonsenseIsRefusedAndNothingBreaks() throws Exception {
    long seed = System.nanoTime();
    System.out.println("Fuzzed with seed " + seed);
    var random = new SplittableRandom(seed);
    var who = List.copyOf(visitors.keySet());
    var problems = new ArrayList<String>();
    try (var log = new LoggedTraces()) {
      for (int i = 0; i < SAMPLE; i++) {
        var target = targets.get(random.nextInt(targets.size()));
        var places = target.places();
        var place = places.isEmpty() ? "" : places.get(random.nextInt(places.size()));
        var value = Nonsense.VALUES.get(random.nextInt(Nonsense.VALUES.size()));
        var how = How.values()[random.nextInt(How.values().length)];
        // Mostly whoever may come that far.
        var name = random.nextInt(3) == 0 ? who.get(random.nextInt(who.size())) : mayEnter(target);
        problems.addAll(problem(name, target, place, value, how, log));
      }
    }
    assertUnharmed(problems);
  }

  /// Tomcat says so of a part by another failure than of a whole form.
  @Test
  void aTextAmongFilesMayBeTooLongAsWell() throws Exception {
    var officer = visitors.get(ConsoleExamples.OFFICER);
    var fields = Map.of("unit", List.of("1".repeat(300_000)));
    try (var log = new LoggedTraces()) {
      var sent =
          upload(officer.request("/nguoi-nhan/nhap"), ConsoleExamples.OFFICER, fields, "", "");

      assertThat(officer.answer(sent).statusCode()).isEqualTo(413);
      assertThat(log.traces()).isEmpty();
    }
  }

  @Test
  @Tag("slow")
  void allOfItIs() throws Exception {
    var problems = new ArrayList<String>();
    try (var log = new LoggedTraces()) {
      for (var target : targets) {
        for (var place : target.places()) {
          for (var value : Nonsense.VALUES) {
            for (var name : List.of("nobody", mayEnter(target))) {
              problems.addAll(problem(name, target, place, value, How.WRONG, log));
            }
          }
          problems.addAll(problem(mayEnter(target), target, place, "", How.MISSING, log));
          problems.addAll(problem(mayEnter(target), target, place, "1", How.DOUBLED, log));
        }
      }
    }
    assertUnharmed(problems);
  }

  private static void assertUnharmed(List<String> problems) throws Exception {
    assertThat(problems).isEmpty();
    assertThat(RawRequest.answer(server, "GET /actuator/health HTTP/1.1", "Host: localhost"))
        .contains("UP");
    for (var name : visitors.keySet()) {
      assertThat(visitors.get(name).open("/dang-nhap").statusCode()).isLessThan(400);
    }
  }

  private enum How {
    WRONG,
    MISSING,
    DOUBLED
  }

  private static String mayEnter(FuzzTarget target) {
    if (target.pattern().startsWith("/tai-khoan") || target.pattern().startsWith("/don-vi")) {
      return ConsoleExamples.ADMIN;
    }
    return target.pattern().matches(".*/(duyet|tra-lai)")
        ? ConsoleExamples.APPROVER
        : ConsoleExamples.OFFICER;
  }

  private static List<String> problem(
      String name, FuzzTarget target, String place, String value, How how, LoggedTraces log)
      throws IOException, InterruptedException {
    int before = log.traces().size();
    var path = path(target, place, value);
    var fields = new LinkedHashMap<String, List<String>>();
    target.fields().forEach((field, usual) -> fields.put(field, List.of(encoded(usual))));
    if (fields.containsKey(place)) {
      var usual = fields.get(place).getFirst();
      switch (how) {
        case WRONG -> fields.put(place, List.of(value));
        case MISSING -> fields.remove(place);
        case DOUBLED -> fields.put(place, List.of(value, usual));
      }
    }
    var status = send(name, target, path, fields, place, value);
    restore();
    var said = log.traces().subList(before, log.traces().size());
    return status < 500 && said.isEmpty()
        ? List.of()
        : List.of(
            "%s %s %s, %s %s=%s: %d %s"
                .formatted(
                    name,
                    target.method(),
                    target.pattern(),
                    how,
                    place,
                    value.substring(0, Math.min(value.length(), 40)),
                    status,
                    said));
  }

  private static String path(FuzzTarget target, String place, String value) {
    // Whoever is asked for by number under /tai-khoan is nobody who is at work here.
    var usual = target.pattern().startsWith("/tai-khoan") ? bystander : "1";
    var path = target.pattern();
    if (place.startsWith("{")) {
      var name = place.substring(1, place.length() - 1);
      // A path is shorter than the head of a request.
      var part = value.substring(0, Math.min(value.length(), 3_000)).replace("?", "%3F");
      if (!target.pattern().startsWith("/tai-khoan") || !part.matches("\\d+")) {
        path =
            path.replaceAll(
                "\\{" + name + "[^}]*}+", java.util.regex.Matcher.quoteReplacement(part));
      }
    }
    return path.replaceAll("\\{channel}", "sms").replaceAll("\\{[^/]*}", usual);
  }

  private static int send(
      String name,
      FuzzTarget target,
      String path,
      Map<String, List<String>> fields,
      String place,
      String value)
      throws IOException, InterruptedException {
    var visitor = visitors.get(name);
    var form = new StringBuilder("_csrf=" + encoded(tokens.get(name)));
    fields.forEach((field, values) ->
        values.forEach(one -> form.append('&').append(field).append('=').append(one)));
    try {
      HttpRequest.Builder request;
      if (target.method() == RequestMethod.GET) {
        // Longer addresses end at Tomcat.
        var query = form.length() > 7_000 ? form.substring(0, 7_000) : form.toString();
        request = visitor.request(safe(path + "?" + query)).GET();
      } else if (target.takesAFile()) {
        request = upload(visitor.request(safe(path)), name, fields, place, value);
      } else {
        request =
            visitor
                .request(safe(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()));
      }
      return visitor.answer(request).statusCode();
    } catch (IOException e) {
      // A body that was refused before it was read: the connection is closed on it.
      return fields.toString().length() > 10_000 ? 413 : fail(e);
    }
  }

  private static int fail(IOException e) throws IOException {
    throw e;
  }

  private static HttpRequest.Builder upload(
      HttpRequest.Builder request,
      String name,
      Map<String, List<String>> fields,
      String place,
      String value) {
    var raw = java.net.URLDecoder.decode(value.replace("%zz", "zz"), StandardCharsets.ISO_8859_1);
    var body = new StringBuilder();
    body.append(part("_csrf", tokens.get(name)));
    fields.forEach((field, values) ->
        values.forEach(one -> body.append(part(field, field.equals(place) ? raw : one))));
    body.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
        .append(place.equals("file name") ? raw : "nguoi-nhan.csv")
        .append("\"\r\n\r\n")
        .append(place.equals("file") ? raw : "Họ tên,Điện thoại\nLan,0912000111")
        .append("\r\n--x--\r\n");
    return request
        .header("Content-Type", "multipart/form-data; boundary=x")
        .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
  }

  private static String part(String field, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n";
  }

  /// What the client library would not let through goes where the server takes it just the same.
  private static String safe(String address) {
    return address.replace("%zz", "%25zz").replaceAll("[\\[\\]{}^`|\\\\ ]", "%20");
  }

  /// Who was locked or told to choose a password comes in again.
  private static void restore() {
    server
        .get(JdbcClient.class)
        .sql(
            "update account set active = true, must_change_password = false where not active or must_change_password")
        .update();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

package vn.lantoa.testing;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/// A browser without eyes: asks a running server for pages, keeps its cookies in sight, and sends
/// forms with the token of the page they are on.
public final class WebVisitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String server;
  private final Map<String, String> cookies = new HashMap<>();

  public WebVisitor(TestServer server) {
    this.server =
        "http://localhost:" + server.get(Environment.class).getProperty("local.server.port");
  }

  /// What is kept between visits, by name.
  public Map<String, String> cookies() {
    return cookies;
  }

  public HttpResponse<String> open(String path) throws IOException, InterruptedException {
    return answer(request(path).GET());
  }

  /// The token a form on that page would send.
  public String token(String path) throws IOException, InterruptedException {
    var page = TOKEN.matcher(open(path).body());
    if (!page.find()) {
      throw new IllegalStateException("no form at " + path);
    }
    return page.group(1);
  }

  public HttpResponse<String> send(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    var form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return answer(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(form.isEmpty() ? noBody() : ofString(form)));
  }

  public HttpResponse<String> logIn(String username, String password)
      throws IOException, InterruptedException {
    return send(
        "/dang-nhap",
        Map.of("username", username, "password", password, "_csrf", token("/dang-nhap")));
  }

  public HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(server + path)).header("Accept", "text/html");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  public HttpResponse<String> answer(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
    answer.headers().allValues("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private void keep(String header) {
    var cookie = header.split(";", 2)[0].split("=", 2);
    if (cookie[1].isEmpty()) {
      cookies.remove(cookie[0]);
    } else {
      cookies.put(cookie[0], cookie[1]);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

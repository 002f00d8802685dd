package vn.lantoa.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/// Somebody with an account who logs in and looks at pages, as a browser does it.
final class Visitor implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final String url;
  private final String name;

  private Visitor(String url, String name) {
    this.url = url;
    this.name = name;
  }

  static Visitor logIn(String url, String name, String password)
      throws IOException, InterruptedException {
    var visitor = new Visitor(url, name);
    var token = TOKEN.matcher(visitor.open("/dang-nhap").body());
    if (!token.find()) {
      throw new IOException("The login page has no token");
    }
    var form =
        "username=%s&password=%s&_csrf=%s"
            .formatted(encoded(name), encoded(password), encoded(token.group(1)));
    visitor.send(
        HttpRequest.newBuilder(URI.create(url + "/dang-nhap"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
    if (visitor.open("/").statusCode() != 200) {
      throw new IOException(name + " could not log in");
    }
    return visitor;
  }

  String name() {
    return name;
  }

  HttpResponse<String> open(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html").GET());
  }

  @Override
  public void close() {
    http.close();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(Duration.ofMinutes(3)).build(), BodyHandlers.ofString(UTF_8));
  }
}

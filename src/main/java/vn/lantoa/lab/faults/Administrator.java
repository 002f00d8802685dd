package vn.lantoa.lab.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lantoa.common.Channel;

/// Who mends things in the console of a node, page by page, as a browser does.
final class Administrator {

  static final String NAME = "quan-tri-thu";
  static final String PASSWORD = "mot mat khau dai";

  private static final String OPERATIONS = "/van-hanh";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI console;

  /// Logs in.
  Administrator(Node node) {
    this(node, NAME);
  }

  /// Logs in as somebody else of the trials.
  Administrator(Node node, String name) {
    console = node.address();
    submit("/dang-nhap", "/dang-nhap", Map.of("username", name, "password", PASSWORD));
  }

  /// What cannot be done to the campaign any more is said on the page, and is no failure.
  void pause(long campaign) {
    act(campaign, "tam-dung");
  }

  void resume(long campaign) {
    act(campaign, "tiep-tuc");
  }

  void cancel(long campaign) {
    act(campaign, "huy");
  }

  private void act(long campaign, String act) {
    var page = "/chien-dich/" + campaign;
    submit(page, page + "/" + act, Map.of("reason", "thử nghiệm"));
  }

  /// Says that the copy is the one to go on with, and that what is open in it may have gone out.
  void letTheCopyGoOn() {
    submit(OPERATIONS, OPERATIONS + "/khoi-phuc", Map.of("doubt", "true"));
  }

  void reopen(Channel channel) {
    submit(OPERATIONS, OPERATIONS + "/kenh/" + channel + "/mo-lai", Map.of());
  }

  private void submit(String page, String form, Map<String, String> fields) {
    var token = TOKEN.matcher(send(request(page).build()));
    if (!token.find()) {
      throw new BenchFailure("no-form", page);
    }
    var body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encoded(token.group(1)) + "&", ""));
    send(
        request(form)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(console.resolve(path));
  }

  private String send(HttpRequest request) {
    try {
      HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new BenchFailure("no-form", answer.statusCode() + " " + request.uri().getPath());
      }
      return answer.body();
    } catch (IOException e) {
      throw new BenchFailure("no-form", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

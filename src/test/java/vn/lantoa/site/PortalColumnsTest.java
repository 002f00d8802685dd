package vn.lantoa.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.testing.SampleUnits;
import vn.lantoa.testing.TestServer;

class PortalColumnsTest {

  @Test
  void everyoneMayReadTheArticlesAndTheFeed() throws Exception {
    try (var server = TestServer.start(Map.of())) {
      SampleUnits.fill(server, 0);
      server
          .get(JdbcClient.class)
          .sql(
              """
              insert into portal_page (delivery_id, outlet, slug, title, body_html)
              values (1, 'so', 'bai-1', 'Nộp hồ sơ', '<h3>Ba bước</h3><p>Rất <strong>dễ</strong></p>'),
                (2, 'so', 'bai-2', 'Tra cứu', '<p>Xem <strong>kết quả</strong></p>')
              """)
          .update();

      assertThat(get(server, "/cong").body()).contains("Cổng của sở");
      assertThat(get(server, "/cong/so").body()).contains("Nộp hồ sơ", "/cong/so/bai-1");
      assertThat(get(server, "/cong/so/bai-1").body()).contains("<strong>dễ</strong>");
      assertThat(get(server, "/cong/so/tin.atom").body())
          .contains("<feed", "Nộp hồ sơ", "&lt;strong&gt;dễ", "/cong/so/bai-1");
      assertThat(get(server, "/cong/so/bai-1").body())
          .contains("<h2>Ba bước</h2>", "<time datetime=\"20", "sharer.php?u=http")
          .doesNotContain("<h3");
      assertThat(get(server, "/cong/so?q=KET+QUA").body())
          .contains("Tra cứu")
          .doesNotContain("Nộp hồ sơ");
      assertThat(get(server, "/cong/so?q=strong").body()).contains("Không có bài nào khớp");
      assertThat(get(server, "/cong/la").statusCode()).isEqualTo(404);
      assertThat(get(server, "/cong/so/la").statusCode()).isEqualTo(404);
    }
  }

  private static HttpResponse<String> get(TestServer server, String path)
      throws IOException, InterruptedException {
    var port = server.context().getEnvironment().getProperty("local.server.port");
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          BodyHandlers.ofString());
    }
  }
}

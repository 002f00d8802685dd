package vn.lantoa.site;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.campaign.Timing;
import vn.lantoa.channel.PortalPages;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.org.Outlets;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// What was taken out of the library is not read on the portal either.
class WithdrawnPagesTest {

  private static final String COLUMN = "so-rut-bai";

  @Test
  void areGoneUntilTheirTextIsApprovedAgain() throws Exception {
    try (var server = TestServer.start(Map.of())) {
      var department = Department.in(server);
      var slug = published(server, department);
      var library = server.get(ContentLibrary.class);
      var lists =
          List.of("", "?q=" + department.itemId(), "/" + AtomFeed.FILE, "/" + JsonFeed.FILE);
      assertThat(get(server, "/" + slug).statusCode()).isEqualTo(200);
      assertThat(get(server, "").body()).contains(slug);

      library.withdraw(department.itemId(), department.officer());

      for (var list : lists) {
        assertThat(get(server, list).statusCode()).isEqualTo(200);
        assertThat(get(server, list).body()).doesNotContain(slug);
      }
      var gone = get(server, "/" + slug);
      assertThat(gone.statusCode()).isEqualTo(410);
      assertThat(gone.body()).contains("Đã gỡ bài", "/cong/" + COLUMN).doesNotContain("⟦");

      var text = library.get(department.itemId()).current().markdown();
      library.take(department.itemId() + ".md", text, department.officer());
      assertThat(get(server, "/" + slug).statusCode()).isEqualTo(410);
      department.approveContent();

      assertThat(get(server, "/" + slug).statusCode()).isEqualTo(200);
      assertThat(get(server, "").body()).contains(slug);
      assertThat(get(server, "/" + JsonFeed.FILE).body()).contains(slug);
    }
  }

  private static String published(TestServer server, Department department) {
    server
        .get(Outlets.class)
        .put(department.unit().id(), Channel.PORTAL, COLUMN, "Chuyên mục của sở");
    var ten = department.tomorrow();
    department.approved(department.wave(Timing.once(ten, Zones.VIETNAM), Channel.PORTAL));
    server.moveTo(ten.plusSeconds(5).atZone(Zones.VIETNAM).toInstant());
    server.get(Sweep.class).run();
    var pages = server.get(PortalPages.class);
    eventually().until(() -> !pages.latest(COLUMN, 1).isEmpty());
    return pages.latest(COLUMN, 1).getFirst().slug();
  }

  private static HttpResponse<String> get(TestServer server, String path) throws Exception {
    var port = server.context().getEnvironment().getProperty("local.server.port");
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/cong/" + COLUMN + path))
              .build(),
          BodyHandlers.ofString());
    }
  }
}

package vn.lantoa.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.testing.TestServer;

class ContentLinkTest {

  private static final String ITEM = "vneid-dang-nhap";

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  /// Neither as a file nor as a folder; the file beside it is taken.
  @Test
  void whatLiesElsewhereIsNotTheLibrarys() throws Exception {
    Files.copy(own("tra-cuu-ho-so"), folder.resolve("tra-cuu-ho-so.md"));
    Files.copy(own(ITEM), elsewhere.resolve(ITEM + ".md"));
    Files.createSymbolicLink(folder.resolve("a.md"), elsewhere.resolve(ITEM + ".md"));
    Files.createSymbolicLink(folder.resolve("b"), elsewhere);

    try (var server = TestServer.start(Map.of("lantoa.content.folder", folder.toString()))) {
      eventually().until(() -> seen(server).size() == 3);

      assertThat(server.get(ContentLibrary.class).find(ITEM)).isEmpty();
      assertThat(server.get(ContentLibrary.class).find("tra-cuu-ho-so")).isPresent();
    }
  }

  private static List<String> seen(TestServer server) {
    return server
        .get(JdbcClient.class)
        .sql("select file from content_file")
        .query(String.class)
        .list();
  }

  private static Path own(String item) throws Exception {
    try (var files = Files.walk(Path.of("content"))) {
      return files.filter(file -> file.endsWith(item + ".md")).findAny().orElseThrow();
    }
  }
}

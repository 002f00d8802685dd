package vn.lantoa.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.FreePort;
import vn.lantoa.database.DataDirectory;

/// Starts that cannot be: each says why and what to do in one sentence, and leaves everything as it
/// was. All at once, as each costs a Java of its own.
class RefusedStartTest {

  private static final int REFUSED = 1;

  @TempDir private static Path folder;
  private static Children children;
  private static DataDirectory held;
  private static ServerSocket taken;
  private static final Map<String, DemoProcess> STARTED = new LinkedHashMap<>();
  private static Map<String, String> before;

  @BeforeAll
  static void startAll() throws Exception {
    children = new Children(Files.createDirectory(folder.resolve("logs")));
    prepare();
    before = files();
    var port = Integer.toString(taken.getLocalPort());
    start("serve on a demo's folder", "demos", Map.of(), "serve");
    start("demo on a server's folder", "servers", Map.of(), "demo");
    start("demo on anything else", "papers", Map.of(), "demo", "--fresh");
    start("a folder in use", "held", Map.of(), "demo", "--fresh");
    start("a port in use", "demos", Map.of(), "demo", "--fresh", "--port", port);
    start("no folder", "file", Map.of(), "serve");
    start("no port", "new", Map.of("LANTOA_PORT", "abc"), "serve");
    start("no address of ours", "new", Map.of("LANTOA_ADDRESS", "203.0.113.7"), "serve");
    start("broken settings", "demos", broken(), "demo", "--fresh");
    start(
        "no database", "away", Map.of("LANTOA_DB_URL", "jdbc:postgresql://127.0.0.1:1/x"), "serve");
  }

  @AfterAll
  static void close() throws IOException {
    children.close();
    held.close();
    taken.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve on a demo's folder | demos is a demo's: everybody knows its passwords",
        "demo on a server's folder | servers is not a demo's (it holds node-id, postgres)",
        "demo on anything else | papers is not a demo's (it holds letter.txt)",
        "a folder in use | held is in use by another Lan Tỏa process",
        "a port in use | is taken by another program",
        "no folder | file: not a folder",
        "no port | server.port=abc",
        "no address of ours | server.address=203.0.113.7",
        "broken settings | config/application.yaml: while parsing",
        "no database | jdbc:postgresql://127.0.0.1:1/x",
      })
  void saysWhyInOneSentence(String row) throws Exception {
    var cells = row.split(" \\| ");

    var said = STARTED.get(cells[0]).awaitsEnd(REFUSED);

    assertThat(said).contains(cells[1]);
    assertThat(said.lines().filter(line -> !line.startsWith("Lan Tỏa: starting the demo")))
        .hasSize(1);
    assertThat(files()).isEqualTo(before);
  }

  private static void prepare() throws Exception {
    write("demos/demo.properties", "recipients=20\ncampaign=1\nover=false\n");
    write("demos/postgres/cluster/PG_VERSION", "18");
    write("servers/node-id", "a");
    write("servers/postgres/cluster/PG_VERSION", "18");
    write("papers/letter.txt", "Kính gửi");
    write("file", "");
    write("held/demo.properties", "recipients=20\ncampaign=1\nover=false\n");
    held = DataDirectory.open(folder.resolve("held"));
    taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static Map<String, String> broken() throws IOException {
    write("broken.yaml", "lantoa:\n  channels: [\n");
    return Map.of("SPRING_CONFIG_ADDITIONAL_LOCATION", folder.resolve("broken.yaml").toUri() + "");
  }

  private static void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  private static void start(
      String row, String data, Map<String, String> environment, String... command) {
    // A port nobody has: what somebody runs beside the tests must not be what they find.
    var settings = new HashMap<>(Map.of("LANTOA_PORT", Integer.toString(FreePort.any())));
    settings.putAll(environment);
    STARTED.put(row, DemoProcess.start(children, folder.resolve(data), settings, List.of(command)));
  }

  /// What somebody would miss.
  private static Map<String, String> files() throws IOException {
    var files = new TreeMap<String, String>();
    for (var data : List.of("demos", "servers", "papers", "held")) {
      try (var found = Files.walk(folder.resolve(data))) {
        for (var file : found.filter(Files::isRegularFile).toList()) {
          if (!file.endsWith(DataDirectory.LOCK)) {
            files.put(file.toString(), Files.readString(file));
          }
        }
      }
    }
    return files;
  }
}

package vn.lantoa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.common.FreePort;
import vn.lantoa.common.StartupFailure;

class EmbeddedPostgresTest {

  @TempDir private Path folder;

  @Test
  void keepsItsRowsAndIsDurableAndClosed() throws Exception {
    try (var server = EmbeddedPostgres.start(folder.resolve("pg"));
        var connection = ServerRoles.open(server.url(), server.owner());
        var statement = connection.createStatement()) {
      statement.execute("create table kept as select 42 as n");
      for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        var shown = statement.executeQuery("show " + setting);
        shown.next();
        assertThat(shown.getString(1)).isEqualTo("on");
      }
      assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }

    try (var server = EmbeddedPostgres.start(folder.resolve("pg"));
        var connection = ServerRoles.open(server.url(), server.owner())) {
      var row = connection.createStatement().executeQuery("select n from kept");
      row.next();
      assertThat(row.getInt(1)).isEqualTo(42);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("pg"))))
        .isEqualTo("rwx------");
  }

  @Test
  void stopsTheServerAnEarlierRunLeftBehind() throws Exception {
    var orphan = EmbeddedPostgres.start(folder.resolve("pg"));
    orphan.abandon();

    try (var server = EmbeddedPostgres.start(folder.resolve("pg"))) {
      assertThatThrownBy(() -> ServerRoles.open(orphan.url(), orphan.program()))
          .isInstanceOf(SQLException.class);
      ServerRoles.open(server.url(), server.program()).close();
    }
  }

  /// The power went; after the restart the number in the file is somebody else's: here ours.
  @Test
  void doesNotTakeAStrangerForTheServerThatDied() throws Exception {
    EmbeddedPostgres.start(folder.resolve("pg")).close();
    Files.writeString(
        folder.resolve("pg").resolve("cluster").resolve("postmaster.pid"),
        ProcessHandle.current().pid() + "\n/somewhere\n1\n5432\n\n127.0.0.1\n1 1\nready\n");

    try (var server = EmbeddedPostgres.start(folder.resolve("pg"))) {
      ServerRoles.open(server.url(), server.program()).close();
    }
  }

  /// Killed between two steps of its first start.
  @Test
  void finishesWhatAKilledFirstStartBegan() throws Exception {
    Files.createDirectories(folder.resolve("pg").resolve("cluster.new").resolve("base"));
    Files.writeString(folder.resolve("pg").resolve("cluster.new").resolve("PG_VERSION"), "18");
    Files.writeString(folder.resolve("pg").resolve("password"), "");

    try (var server = EmbeddedPostgres.start(folder.resolve("pg"))) {
      ServerRoles.open(server.url(), server.program()).close();
    }
  }

  @Test
  void saysWhatTheServerSaidWhenItDoesNotStart() throws Exception {
    EmbeddedPostgres.start(folder.resolve("pg")).close();
    Files.writeString(folder.resolve("pg").resolve("cluster").resolve("PG_VERSION"), "9\n");

    assertThatThrownBy(() -> EmbeddedPostgres.start(folder.resolve("pg")))
        .isInstanceOfSatisfying(
            StartupFailure.class,
            failure ->
                assertThat(failure.arguments().get(1).toString())
                    .isEqualTo("database files are incompatible with server"));
  }

  @Test
  void looksForAnotherPortWhenSomebodyTookTheFirst() throws Exception {
    try (var somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var ports = List.of(somebody.getLocalPort(), FreePort.any()).iterator();

      try (var server = EmbeddedPostgres.start(folder.resolve("pg"), Map.of(), ports::next)) {
        ServerRoles.open(server.url(), server.program()).close();
      }

      assertThat(ports).isExhausted();
    }
  }

  @Test
  void aDataFolderBelongsToOneProcess() throws Exception {
    try (var first = DataDirectory.open(folder.resolve("data"))) {
      assertThatThrownBy(() -> DataDirectory.open(first.path()))
          .isInstanceOfSatisfying(
              StartupFailure.class, failure -> assertThat(failure.key()).isEqualTo("data-in-use"));
    }

    DataDirectory.open(folder.resolve("data")).close();
  }

  @Test
  void migratesAnEmptyDatabase() throws Exception {
    try (var connection = TestDatabase.create().getConnection()) {
      var count =
          connection
              .createStatement()
              .executeQuery(
                  "select count(*) from information_schema.tables where table_name like 'qrtz_%'");
      count.next();
      assertThat(count.getInt(1)).isEqualTo(11);
    }
  }
}

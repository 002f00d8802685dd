package vn.lantoa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.lantoa.common.FreePort;

/// Three roles instead of one, also on a server that was made with one.
class ServerRolesTest {

  private static final String OLD_PASSWORD = "0123456789abcdef";

  @TempDir private Path folder;
  private Path server;

  @BeforeEach
  void choose() {
    server = folder.resolve("pg");
  }

  @Test
  void theSuperuserHasAPasswordOfItsOwn() throws Exception {
    try (var running = EmbeddedPostgres.start(server)) {
      var password = running.program().password();

      assertThat(password).isNotEqualTo(running.owner().password());
      for (var user : List.of("postgres", running.owner().user())) {
        assertThatThrownBy(() -> ServerRoles.open(running.url(), new Login(user, password)).close())
            .hasMessageContaining("password authentication failed");
      }
      running.connectAsSuperuser("postgres").close();
    }
  }

  @Test
  void theOwnersPasswordIsGoodForOneRun() throws Exception {
    Login before;
    try (var running = EmbeddedPostgres.start(server)) {
      before = running.owner();
    }
    try (var running = EmbeddedPostgres.start(server)) {
      assertThatThrownBy(() -> ServerRoles.open(running.url(), before).close())
          .hasMessageContaining("password authentication failed");
      ServerRoles.open(running.url(), running.owner()).close();
    }
  }

  @Test
  void nobodyElseReadsThePasswords() throws Exception {
    EmbeddedPostgres.start(server).close();
    for (var file : List.of("password", "superuser")) {
      // As an earlier program left it.
      Files.setPosixFilePermissions(
          server.resolve(file), PosixFilePermissions.fromString("rw-r--r--"));
    }

    EmbeddedPostgres.start(server).close();

    assertThat(List.of("password", "superuser")).allSatisfy(this::isClosed);
  }

  @Test
  void nobodyElseReadsWhatANodeRemembers() throws Exception {
    server = Files.createDirectories(folder.resolve("data"));
    for (var file : List.of("node-id", "epoch", "secret")) {
      Files.writeString(server.resolve(file), "x");
      Files.setPosixFilePermissions(
          server.resolve(file), PosixFilePermissions.fromString("rw-r--r--"));
    }

    DataDirectory.open(server).close();

    assertThat(List.of("node-id", "epoch", "secret")).allSatisfy(this::isClosed);
  }

  private void isClosed(String file) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.resolve(file))))
        .as(file)
        .isEqualTo("rw-------");
  }

  /// As the version before made and left it.
  @Test
  void takesOverAServerOnWhichTheProgramOwnedEverything() throws Exception {
    makeAsBefore();

    for (int start = 1; start <= 2; start++) {
      try (var running = EmbeddedPostgres.start(server)) {
        migrate(running);
        isTakenOver(running);
      }
    }
  }

  /// Killed after the new password was written down, and before the server had it.
  @Test
  void goesOnWithATakeOverThatBrokeOff() throws Exception {
    makeAsBefore();
    DurableFile.write(server.resolve("superuser"), "fedcba9876543210");

    try (var running = EmbeddedPostgres.start(server)) {
      migrate(running);
      isTakenOver(running);
    }
  }

  private void makeAsBefore() throws Exception {
    Files.createDirectories(server);
    DurableFile.write(server.resolve("password"), OLD_PASSWORD);
    var cluster = PostgresCluster.in(server);
    cluster.initialise("postgres", server.resolve("password"));
    int port = FreePort.any();
    cluster.start(
        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off");
    try {
      var url = "jdbc:postgresql://127.0.0.1:" + port + "/";
      try (var connection =
          ServerRoles.open(url + "postgres", new Login("postgres", OLD_PASSWORD))) {
        TestDatabase.execute(
            connection, "create role lantoa login password '" + OLD_PASSWORD + "'");
        TestDatabase.execute(connection, "create database lantoa owner lantoa");
      }
      Flyway.configure()
          .dataSource(url + "lantoa", "lantoa", OLD_PASSWORD)
          .javaMigrations(new QuartzTables())
          .target("0028")
          .load()
          .migrate();
      try (var connection = ServerRoles.open(url + "lantoa", new Login("lantoa", OLD_PASSWORD))) {
        TestDatabase.execute(
            connection,
            "insert into audit_entry (actor, action, subject) values ('Lan', 'campaign.create', 'campaign:1')");
      }
    } finally {
      cluster.stop();
    }
  }

  private static void migrate(EmbeddedPostgres running) {
    DatabaseConfiguration.migrate(
            Flyway.configure(), running.url(), running.owner(), running.program())
        .javaMigrations(new QuartzTables())
        .load()
        .migrate();
  }

  private static void isTakenOver(EmbeddedPostgres running) throws SQLException {
    assertThat(running.program()).isEqualTo(new Login("lantoa", OLD_PASSWORD));
    assertThatThrownBy(
            () -> ServerRoles.open(running.url(), new Login("postgres", OLD_PASSWORD)).close())
        .hasMessageContaining("password authentication failed");
    var jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                running.url(), running.program().user(), running.program().password()));
    assertThat(
            jdbc.sql(
                    """
                    select distinct relowner::regrole::text from pg_class
                    where relnamespace = 'public'::regnamespace
                    union select datdba::regrole::text from pg_database where datname = 'lantoa'
                    """)
                .query(String.class)
                .list())
        .containsExactly("lantoa_owner");
    assertThat(jdbc.sql("select actor from audit_entry order by id").query(String.class).list())
        .containsOnly("Lan");
    jdbc.sql("insert into audit_entry (actor, action, subject) values ('Lan', 'x.y', 'z')")
        .update();
    assertThatThrownBy(() -> jdbc.sql("update audit_entry set actor = 'Bình'").update())
        .rootCause()
        .hasMessageContaining("permission denied");
    jdbc.sql("update clock set shift = interval '0'").update();
  }
}

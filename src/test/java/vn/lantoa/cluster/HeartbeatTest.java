package vn.lantoa.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.FileSystemUtils;
import vn.lantoa.common.Node;
import vn.lantoa.database.DataDirectory;
import vn.lantoa.database.TestDatabase;

class HeartbeatTest {

  @TempDir private Path folder;
  private DataSource database;
  private JdbcClient jdbc;
  private JdbcCluster cluster;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
    cluster = new JdbcCluster(jdbc);
  }

  @Test
  void aRestartIsNoReasonToHold() throws Exception {
    live("a", 20);
    live("a", 20);

    assertThat(cluster.hold()).isEmpty();
    assertThat(cluster.members())
        .singleElement()
        .satisfies(member -> assertThat(member.state()).isEqualTo(Cluster.State.LEFT));
  }

  @Test
  void aSecondNodeMayJoin() throws Exception {
    live("a", 1);
    live("b", 1);

    assertThat(cluster.hold()).isEmpty();
    assertThat(cluster.members()).hasSize(2);
  }

  @Test
  void anOlderDatabaseThanTheFolderRemembersIsHeld() throws Exception {
    live("a", 20);
    // As of the backup.
    jdbc.sql("update node set epoch = epoch - 3").update();

    live("a", 1);

    assertThat(cluster.hold())
        .hasValueSatisfying(hold -> assertThat(hold.reason()).isEqualTo("older-than-the-folder"));
    cluster.release();
    live("a", 1);
    assertThat(cluster.hold()).isEmpty();
  }

  /// The folder's own database was thrown away, or it is given another one to begin with.
  @Test
  void anEmptyDatabaseIsNoOldCopy() throws Exception {
    live("a", 20);
    jdbc = JdbcClient.create(TestDatabase.create());
    cluster = new JdbcCluster(jdbc);

    live("a", 1);

    assertThat(cluster.hold()).isEmpty();
  }

  /// As it was before anybody ever started on it, but somebody has planned something since.
  @Test
  void aDatabaseWithCampaignsThatTheFolderDoesNotKnowIsHeld() throws Exception {
    live("a", 20);
    jdbc = JdbcClient.create(TestDatabase.create());
    cluster = new JdbcCluster(jdbc);
    jdbc.sql(
            """
            with unit as (
              insert into org_unit (kind, code, name) values ('DEPARTMENT', 'A', 'A') returning id
            )
            insert into campaign (unit_id, name, status, author) select id, 'A', 'APPROVED', 'A' from unit
            """)
        .update();

    live("a", 1);

    assertThat(cluster.hold())
        .hasValueSatisfying(hold -> assertThat(hold.reason()).isEqualTo("older-than-the-folder"));
  }

  @Test
  void whatAPowerCutLeftOfTheEpochStopsNobody() throws Exception {
    live("a", 5);
    Files.writeString(folder.resolve("a").resolve("epoch"), "");

    live("a", 1);

    assertThat(cluster.hold()).isEmpty();
  }

  @Test
  void aCopyOfTheFolderIsHeld() throws Exception {
    live("a", 1);
    FileSystemUtils.copyRecursively(folder.resolve("a"), folder.resolve("copy"));

    live("copy", "a", 1);

    assertThat(cluster.hold())
        .hasValueSatisfying(hold -> assertThat(hold.reason()).isEqualTo("folder-copied"));
  }

  @Test
  void aDumpThatWasLoadedElsewhereIsHeld() throws Exception {
    live("a", 1);
    jdbc.sql("update instance set cluster = 'another'").update();

    live("fresh", 1);

    assertThat(cluster.hold())
        .hasValueSatisfying(hold -> assertThat(hold.reason()).isEqualTo("loaded-elsewhere"));
  }

  /// The database server is away for two minutes and the program is restarted before it is back.
  @Test
  void anOutageOfTheDatabaseIsNoReasonToHold() throws Exception {
    var down = new AtomicBoolean();
    var away =
        JdbcClient.create(
            new DelegatingDataSource(database) {
              @Override
              public Connection getConnection() throws SQLException {
                if (down.get()) {
                  throw new SQLException("refused", "08001");
                }
                return super.getConnection();
              }
            });
    Files.createDirectories(folder.resolve("a"));
    try (var directory = DataDirectory.open(folder.resolve("a"))) {
      var heartbeat = new Heartbeat(away, new Node("a"), directory, InstantSource.system());
      heartbeat.start();
      heartbeat.beat();
      down.set(true);
      for (int i = 0; i < 12; i++) {
        try {
          heartbeat.beat();
        } catch (RuntimeException _) {
          // The scheduler logs it and comes again.
        }
      }
      // The machine is switched off, or the program killed or stopped.
    }
    down.set(false);
    try (var directory = DataDirectory.open(folder.resolve("a"))) {
      new Heartbeat(jdbc, new Node("a"), directory, InstantSource.system()).start();
    }

    assertThat(cluster.hold()).isEmpty();
  }

  private void live(String node, int beats) throws Exception {
    live(node, node, beats);
  }

  private void live(String data, String node, int beats) throws Exception {
    Files.createDirectories(folder.resolve(data));
    try (var directory = DataDirectory.open(folder.resolve(data))) {
      var heartbeat = new Heartbeat(jdbc, new Node(node), directory, InstantSource.system());
      heartbeat.start();
      for (int i = 0; i < beats; i++) {
        heartbeat.beat();
      }
      heartbeat.stop();
    }
  }
}

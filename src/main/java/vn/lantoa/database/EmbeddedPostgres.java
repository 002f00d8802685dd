package vn.lantoa.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lantoa.common.FreePort;
import vn.lantoa.common.StartupFailure;

/// A PostgreSQL server of our own on loopback: durable (an acknowledged commit survives `kill -9`),
/// closed (scram passwords only, its folder open to this user only), and outliving us only until
/// the next start, which stops an orphan before it starts anew.
///
/// We drive `initdb` and `pg_ctl` ourselves, because the library these programs come with starts
/// the server with `fsync` off and `trust` for every local account (src/docs/decisions/0004).
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

  /// What a lost commit would cost is a message sent twice, so these are not for discussion.
  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  /// A system property: where the programs are instead of in the folder of each server. To unpack
  /// them costs as much as the rest of a first start.
  public static final String PROGRAMS = "lantoa.postgres-programs";

  private static final int MOST_PORTS = 5;

  private final PostgresCluster cluster;
  private final ServerRoles roles;

  private volatile int port;
  private volatile boolean closed;

  private EmbeddedPostgres(PostgresCluster cluster, ServerRoles roles) {
    this.cluster = cluster;
    this.roles = roles;
  }

  /// Starts the server of this folder, making the folder on first use.
  ///
  /// @param folder holds the cluster, the programs, the passwords and the log
  /// @throws StartupFailure `postgres-failed` naming the log to read
  public static EmbeddedPostgres start(Path folder) {
    return start(folder, DURABLE);
  }

  /// For tests, which may trade safety for speed.
  static EmbeddedPostgres start(Path folder, Map<String, String> settings) {
    return start(folder, settings, FreePort::any);
  }

  static EmbeddedPostgres start(Path folder, Map<String, String> settings, IntSupplier ports) {
    var logFile = folder.resolve("postgres.log");
    try {
      DataDirectory.createPrivate(folder);
      DataDirectory.closeFiles(folder);
      var server = new EmbeddedPostgres(PostgresCluster.in(folder), ServerRoles.in(folder));
      server.cluster.initialise(ServerRoles.SUPERUSER, server.roles.superuserFile());
      server.cluster.stopOrphan();
      server.startOnOneOf(ports, settings);
      server.prepare(settings);
      PostgresWatch.over(server.port, () -> server.closed, () -> server.restart(settings));
      return server;
    } catch (IOException | SQLException e) {
      throw (StartupFailure)
          new StartupFailure("postgres-failed", logFile, String.valueOf(e.getMessage()))
              .initCause(e);
    }
  }

  /// This process has the programs at that place from now on, unless [#PROGRAMS] names one already.
  public static void sharePrograms(Path place) {
    System.getProperties().putIfAbsent(PROGRAMS, place.toString());
  }

  /// Empties the folder of a server that may still be running on its own; the programs stay. Call
  /// it only while holding the data folder.
  public static void wipe(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      var cluster = PostgresCluster.in(folder);
      cluster.stopOrphan();
      cluster.delete();
      ServerRoles.forget(folder);
    }
  }

  /// JDBC address of the application's database.
  public String url() {
    return url(ServerRoles.DATABASE);
  }

  /// The role the program works by: it reads and writes rows.
  public Login program() {
    return roles.program();
  }

  /// The role that owns the schema and changes it. Its password is good until the next start.
  public Login owner() {
    return roles.owner();
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// Somebody may take the port between the look and the use, most of all on a busy machine.
  private void startOnOneOf(IntSupplier ports, Map<String, String> settings) throws IOException {
    for (int tries = 1; ; tries++) {
      port = ports.getAsInt();
      try {
        cluster.start(options(settings));
        return;
      } catch (IOException e) {
        if (tries == MOST_PORTS || !String.valueOf(e.getMessage()).contains("TCP/IP socket")) {
          throw e;
        }
      }
    }
  }

  private synchronized void restart(Map<String, String> settings) {
    if (closed) {
      return;
    }
    try {
      cluster.start(options(settings));
    } catch (IOException e) {
      // Its last processes may still be ending: the next look tries again.
      log.warn("The embedded PostgreSQL does not start yet: {}", firstLine(e));
    }
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    abandon();
    try {
      cluster.stop();
    } catch (IOException e) {
      log.warn("The embedded PostgreSQL did not stop; the next start stops it: {}", e.getMessage());
    }
  }

  /// Leaves the server to itself, as a program does that is killed.
  synchronized void abandon() {
    closed = true;
  }

  private String options(Map<String, String> settings) {
    var all = new ArrayList<String>();
    all.add("-p " + port);
    all.add("-c listen_addresses=127.0.0.1");
    all.add("-c unix_socket_directories=");
    all.add("-c timezone=UTC");
    all.add("-c max_connections=120");
    all.add("-c shared_buffers=256MB");
    all.add("-c max_wal_size=2GB");
    all.add("-c random_page_cost=1.1");
    settings.forEach((name, value) -> all.add("-c " + name + "=" + value));
    return String.join(" ", all);
  }

  /// A server that cannot be used is not left running.
  private void prepare(Map<String, String> settings) throws SQLException, IOException {
    try {
      roles.prepare(url(""));
      verify(settings);
    } catch (SQLException | IOException e) {
      close();
      throw e;
    }
  }

  private void verify(Map<String, String> settings) throws SQLException {
    try (var connection = ServerRoles.open(url(), program());
        var statement = connection.createStatement()) {
      for (var setting : settings.entrySet()) {
        var result = statement.executeQuery("show " + setting.getKey());
        if (!result.next() || !result.getString(1).equals(setting.getValue())) {
          throw new SQLException(setting.getKey() + " is not " + setting.getValue());
        }
      }
    }
  }

  /// For tests.
  Connection connectAsSuperuser(String database) throws SQLException, IOException {
    return ServerRoles.open(url(database), roles.superuser());
  }
}

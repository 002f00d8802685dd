package vn.lantoa.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
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
  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "lantoa";

  private final PostgresCluster cluster;
  private final String password;

  private volatile int port;
  private volatile boolean closed;

  private EmbeddedPostgres(PostgresCluster cluster, String password) {
    this.cluster = cluster;
    this.password = password;
  }

  /// Starts the server of this folder, making the folder on first use.
  ///
  /// @param folder holds the cluster, the programs, the password and the log
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
      var server = new EmbeddedPostgres(PostgresCluster.in(folder), password(folder));
      server.cluster.initialise(SUPERUSER, folder.resolve("password"));
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
      Files.deleteIfExists(folder.resolve("password"));
    }
  }

  /// JDBC address of the application's database.
  public String url() {
    return url(DATABASE);
  }

  public String user() {
    return DATABASE;
  }

  public String password() {
    return password;
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
  private void prepare(Map<String, String> settings) throws SQLException {
    try {
      makeDatabase();
      verify(settings);
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  private void makeDatabase() throws SQLException {
    try (var connection = connect(SUPERUSER, "postgres");
        var statement = connection.createStatement()) {
      if (!exists(connection, "select 1 from pg_roles where rolname = 'lantoa'")) {
        statement.execute("create role lantoa login password '" + password + "'");
      }
      if (!exists(connection, "select 1 from pg_database where datname = 'lantoa'")) {
        statement.execute("create database lantoa owner lantoa");
      }
    }
  }

  private void verify(Map<String, String> settings) throws SQLException {
    try (var connection = connect(DATABASE, DATABASE);
        var statement = connection.createStatement()) {
      for (var setting : settings.entrySet()) {
        var result = statement.executeQuery("show " + setting.getKey());
        if (!result.next() || !result.getString(1).equals(setting.getValue())) {
          throw new SQLException(setting.getKey() + " is not " + setting.getValue());
        }
      }
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeQuery(query).next();
    }
  }

  Connection connect(String user, String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return DriverManager.getConnection(url(database), properties);
  }

  private static String password(Path folder) throws IOException {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return DurableFile.readOrWrite(folder.resolve("password"), HexFormat.of().formatHex(bytes));
  }
}

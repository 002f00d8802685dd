package vn.lantoa.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "lantoa";

  private final PostgresCluster cluster;
  private final String password;
  private final int port;

  private volatile boolean closed;

  private EmbeddedPostgres(PostgresCluster cluster, String password, int port) {
    this.cluster = cluster;
    this.password = password;
    this.port = port;
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
    var logFile = folder.resolve("postgres.log");
    try {
      DataDirectory.createPrivate(folder);
      var server = new EmbeddedPostgres(PostgresCluster.in(folder), password(folder), freePort());
      server.cluster.initialise(SUPERUSER, folder.resolve("password"));
      server.cluster.stopOrphan();
      server.cluster.start(server.options(settings));
      server.prepare(settings);
      server.watch(settings);
      return server;
    } catch (IOException | SQLException e) {
      throw (StartupFailure)
          new StartupFailure("postgres-failed", logFile, String.valueOf(e.getMessage()))
              .initCause(e);
    }
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

  /// Starts the server again when it dies while we live: nobody else would.
  private void watch(Map<String, String> settings) {
    Thread.ofPlatform()
        .daemon()
        .name("postgres-watch")
        .start(() -> {
          int silent = 0;
          while (!closed) {
            pause();
            // A server that is recovering takes connections and says so: only a dead one does not.
            silent = closed || listens() ? 0 : silent + 1;
            if (silent >= 2) {
              log.warn("The embedded PostgreSQL died; starting it again");
              restart(settings);
            }
          }
        });
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

  private boolean listens() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      cluster.stop();
    } catch (IOException e) {
      log.warn("The embedded PostgreSQL did not stop; the next start stops it: {}", e.getMessage());
    }
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

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

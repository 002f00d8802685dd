package vn.lantoa.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// A real PostgreSQL for tests: one server per JVM, and a fresh, migrated database per call, copied
/// from a template within a tenth of a second.
public final class TestDatabase {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  /// A database of its own with the migrated schema, and a small pool to it, by the role the
  /// program works by: it owns nothing.
  public static DataSource create() {
    return database("lantoa", SERVER.owner());
  }

  /// A database that is what the script makes of an empty one; the server's superuser runs it. The
  /// program's role owns it, as where an operator has made one role for both.
  public static DataSource of(String script) {
    var pool = database("template0", SERVER.program());
    execute(name(pool), script);
    return pool;
  }

  /// What has come since, as the start of the program does it.
  public static void migrate(DataSource database) {
    Flyway.configure().dataSource(database).javaMigrations(new QuartzTables()).load().migrate();
  }

  /// What the owner of a database does to it, or its superuser, whom no trigger stops.
  public static void asSuperuser(JdbcClient database, String script) {
    execute(database.sql("select current_database()").query(String.class).single(), script);
  }

  private static String name(HikariDataSource pool) {
    return pool.getJdbcUrl().substring(pool.getJdbcUrl().lastIndexOf('/') + 1);
  }

  /// What a migration that is written in Java does, as SQL.
  public static String textOf(String migration) throws IOException {
    if (migration.equals(QuartzTables.class.getName())) {
      return QuartzTables.script() + ";";
    }
    throw new IllegalArgumentException("Nobody knows what this migration does: " + migration);
  }

  /// For tests that start the whole program: the settings that make it use a fresh database.
  public static Map<String, String> settings() {
    return settings(create());
  }

  /// The settings that make the program use this database; the pool is closed.
  public static Map<String, String> settings(DataSource database) {
    var pool = (HikariDataSource) database;
    pool.close();
    var owner = owner(name(pool));
    return Map.of(
        "lantoa.db.url", pool.getJdbcUrl(),
        "lantoa.db.user", pool.getUsername(),
        "lantoa.db.password", pool.getPassword(),
        "lantoa.db.owner-user", owner.user(),
        "lantoa.db.owner-password", owner.password());
  }

  /// How many transactions in this database wait for what another one holds.
  public static int waiting(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """)
        .query(Integer.class)
        .single();
  }

  /// Within whatever transaction the connection is in.
  public static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static HikariDataSource database(String template, Login owner) {
    var name = "test_" + NUMBER.incrementAndGet();
    execute(
        "postgres",
        "create database %s template %s owner %s".formatted(name, template, owner.user()));
    return pool(SERVER, name);
  }

  private static Login owner(String database) {
    try (var connection = SERVER.connectAsSuperuser(database);
        var statement = connection.createStatement()) {
      var owner =
          statement.executeQuery(
              "select datdba::regrole from pg_database where datname = current_database()");
      owner.next();
      return owner.getString(1).equals(SERVER.owner().user()) ? SERVER.owner() : SERVER.program();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String database, String script) {
    try (var connection = SERVER.connectAsSuperuser(database);
        var statement = connection.createStatement()) {
      statement.execute(script);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HikariDataSource pool(EmbeddedPostgres server, String database) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(server.url(database));
    pool.setUsername(server.program().user());
    pool.setPassword(server.program().password());
    pool.setMaximumPoolSize(10);
    pool.setMinimumIdle(0);
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    return pool;
  }

  private static EmbeddedPostgres start() {
    var folder = Path.of("target", "test-postgres", String.valueOf(ProcessHandle.current().pid()));
    // Lost commits cost a test nothing; every test has a pool of its own and leaves it behind.
    var server =
        EmbeddedPostgres.start(
            folder.toAbsolutePath(), Map.of("fsync", "off", "max_connections", "500"));
    // After the programs that tests have started, which still want it while they end.
    SpringApplication.getShutdownHandlers()
        .add(() -> {
          server.close();
          delete(folder);
        });
    DatabaseConfiguration.migrate(
            Flyway.configure(), server.url(), server.owner(), server.program())
        .javaMigrations(new QuartzTables())
        .load()
        .migrate();
    letChooseWhoLooksForDeadlocks(server);
    return server;
  }

  private static void letChooseWhoLooksForDeadlocks(EmbeddedPostgres server) {
    try (var connection = server.connectAsSuperuser("postgres");
        var statement = connection.createStatement()) {
      statement.execute("grant set on parameter deadlock_timeout to lantoa");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Some ten thousand files, for which nobody waits: the test run ends meanwhile.
  private static void delete(Path folder) {
    try {
      new ProcessBuilder("rm", "-rf", folder.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException _) {
      deleteHere(folder);
    }
  }

  /// Where there is no such command.
  private static void deleteHere(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package vn.lantoa.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import vn.lantoa.database.EmbeddedPostgres;
import vn.lantoa.database.Login;

/// The PostgreSQL all nodes of a trial share, behind a gate whose port stays when the server is
/// killed and started anew. The bench itself goes around the gate.
final class SharedPostgres implements Database, AutoCloseable {

  private final Path folder;
  private final Gate gate;
  private EmbeddedPostgres server;

  private SharedPostgres(Path folder) {
    this.folder = folder;
    server = EmbeddedPostgres.start(folder);
    gate = new Gate(0, this::port);
  }

  static SharedPostgres start(Path folder) {
    return new SharedPostgres(folder);
  }

  /// Of a server that uses it.
  Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("lantoa.db.url", "jdbc:postgresql://127.0.0.1:" + gate.port() + "/lantoa");
    settings.put("lantoa.db.user", server.program().user());
    settings.put("lantoa.db.password", server.program().password());
    settings.put("lantoa.db.owner-user", server.owner().user());
    settings.put("lantoa.db.owner-password", server.owner().password());
    settings.put("lantoa.db.pool-size", 10);
    return settings;
  }

  Gate gate() {
    return gate;
  }

  @Override
  public synchronized JdbcClient jdbc() {
    return as(server.owner());
  }

  private JdbcClient as(Login login) {
    return JdbcClient.create(
        new DriverManagerDataSource(server.url(), login.user(), login.password()));
  }

  /// `kill -9` of the postmaster and all its processes.
  void kill() {
    killCluster(folder);
  }

  /// Stops it, copies what is on its disk, and starts it again. It is not killed for that: whoever
  /// started a server starts it again when it dies, and what is copied must lie still.
  ///
  /// @param backup not there yet; a server can be started on it
  synchronized void copyWhileDown(Path backup) {
    server.close();
    try {
      FileSystemUtils.copyRecursively(folder.resolve("cluster"), backup.resolve("cluster"));
      Files.deleteIfExists(backup.resolve("cluster").resolve("postmaster.pid"));
      // PostgreSQL refuses a folder that others may read.
      Files.setPosixFilePermissions(
          backup.resolve("cluster"), PosixFilePermissions.fromString("rwx------"));
      for (var passwords : new String[] {"password", "superuser"}) {
        Files.copy(folder.resolve(passwords), backup.resolve(passwords));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      server = EmbeddedPostgres.start(folder);
    }
  }

  synchronized void startAgain() {
    server.close();
    server = EmbeddedPostgres.start(folder);
  }

  /// As an administrator's slip or a failing network does.
  ///
  /// @return how many connections ended
  synchronized long terminateConnections() {
    // Only its own role may end them.
    return as(server.program())
        .sql(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where application_name = 'lantoa' and pid <> pg_backend_pid()
            """)
        .query(Long.class)
        .single();
  }

  boolean answers() {
    try {
      return jdbc().sql("select true").query(Boolean.class).single();
    } catch (DataAccessException _) {
      return false;
    }
  }

  @Override
  public void close() {
    gate.close();
    server.close();
  }

  /// Of any cluster of ours, whoever started it; does nothing when none runs.
  static void killCluster(Path folder) {
    try {
      var pidFile = folder.resolve("cluster").resolve("postmaster.pid");
      if (!Files.exists(pidFile)) {
        return;
      }
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      ProcessHandle.of(pid)
          .ifPresent(postmaster -> {
            // Held first, so that it starts no process that the list lacks: one that outlives the
            // others waits for ever for a lock of theirs, and its client with it.
            Signals.send("STOP", pid);
            var all = postmaster.descendants().toList();
            all.forEach(ProcessHandle::destroyForcibly);
            postmaster.destroyForcibly();
            Waiting.until(Duration.ofSeconds(10), () -> !postmaster.isAlive());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized int port() {
    return URI.create(server.url().substring("jdbc:".length())).getPort();
  }
}

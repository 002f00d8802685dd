package vn.lantoa.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The PostgreSQL a running node has started for itself.
record OwnPostgres(Path folder, String url, String password) implements Database {

  private static final String NAME = "lantoa";

  /// In the file a running server writes about itself.
  private static final int LINE_OF_PORT = 3;

  static OwnPostgres of(Node node) {
    try {
      var folder = node.data().resolve("postgres");
      var said = Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid"));
      return new OwnPostgres(
          folder,
          "jdbc:postgresql://127.0.0.1:" + said.get(LINE_OF_PORT).strip() + "/" + NAME,
          Files.readString(folder.resolve("password")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public JdbcClient jdbc() {
    return JdbcClient.create(new DriverManagerDataSource(url, NAME, password));
  }

  void kill() {
    SharedPostgres.killCluster(folder);
  }
}

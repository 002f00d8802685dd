package vn.lantoa.lab.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// What every `pg_dump` does to a database while it runs: a transaction on a connection of its own
/// that sees the tables as they were when it began. Until it ends, PostgreSQL keeps everything that
/// was changed or deleted since.
final class HeldSnapshot implements AutoCloseable {

  private static final String SEEN = "select count(*) from delivery";

  private final Connection connection;
  private final long seen;

  private HeldSnapshot(Connection connection, long seen) {
    this.connection = connection;
    this.seen = seen;
  }

  static HeldSnapshot take(HikariDataSource database) throws SQLException {
    var connection =
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword());
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return new HeldSnapshot(connection, count(connection));
  }

  /// @throws IllegalStateException when it was not held all the time
  @Override
  public void close() throws SQLException {
    try (connection) {
      if (count(connection) != seen) {
        throw new IllegalStateException("The snapshot was not held");
      }
      connection.rollback();
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(SEEN)) {
      row.next();
      return row.getLong(1);
    }
  }
}

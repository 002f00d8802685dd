package vn.lantoa.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// What others do at the same moment, begun now and ended later.
final class OpenTransactions {

  private final DataSource database;
  private final List<Open> open = new ArrayList<>();

  OpenTransactions(DataSource database) {
    this.database = database;
  }

  /// Somebody is just claiming these, and it comes to nothing.
  void lock(List<Long> deliveries, long until) throws SQLException {
    begin(
        "select 1 from queue where delivery_id = any(?) order by delivery_id for update skip locked",
        deliveries,
        until);
  }

  /// Due from when it is begun, there to be seen when it has ended.
  void sendAgain(List<Long> deliveries, long until) throws SQLException {
    begin(
        "update delivery set status = 'PENDING', settled_at = null, not_before = lantoa_now() where id = any(?)",
        deliveries,
        until);
  }

  /// Of deliveries nobody else can change now.
  List<Long> touched() {
    return open.stream().flatMap(one -> one.deliveries().stream()).toList();
  }

  /// @param now those that are to last longer go on
  void end(long now) throws SQLException {
    for (var one : List.copyOf(open)) {
      if (one.until() <= now) {
        one.connection().commit();
        one.connection().setAutoCommit(true);
        one.connection().close();
        open.remove(one);
      }
    }
  }

  private void begin(String sql, List<Long> deliveries, long until) throws SQLException {
    if (deliveries.isEmpty() || open.size() > 3) {
      return;
    }
    var connection = database.getConnection();
    connection.setAutoCommit(false);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("bigint", deliveries.toArray()));
      statement.execute();
    }
    open.add(new Open(connection, List.copyOf(deliveries), until));
  }

  private record Open(Connection connection, List<Long> deliveries, long until) {}
}

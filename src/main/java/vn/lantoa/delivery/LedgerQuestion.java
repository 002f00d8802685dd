package vn.lantoa.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.delivery.Deliveries.Filter;

/// A statement about rows of the ledger with what a [Filter] asks of each of them.
final class LedgerQuestion {

  private LedgerQuestion() {}

  static JdbcClient.StatementSpec of(
      JdbcClient jdbc, String statement, Filter filter, @Nullable Long before) {
    var text = filter.text();
    return jdbc.sql(statement)
        .param("channel", filter.channel() == null ? null : filter.channel().key())
        .param("status", inLedger(filter.status()))
        .param("text", text.typed())
        .param("name", text.name())
        .param("address", text.address())
        .param("phone", text.phone())
        .param("begin", filter.days().begin())
        .param("end", filter.days().end())
        .param("before", before);
  }

  /// The ledger calls everything open `PENDING`; how far it is, the queue knows.
  static @Nullable String inLedger(@Nullable DeliveryStatus status) {
    return status == null ? null : status.isOpen() ? DeliveryStatus.PENDING.name() : status.name();
  }
}

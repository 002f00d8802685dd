package vn.lantoa.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One act of the trail.
///
/// @param accountId null: nobody with an account did it
/// @param actor the name the account had then; empty: somebody without an account
/// @param subject kind and id: `campaign:17`
/// @param address of the client; empty: not known, or of a person who is not on the staff
/// @param request method and pattern of what was asked for: `POST /chien-dich/{id}/duyet`
public record AuditEntry(
    long id,
    Instant at,
    @Nullable Long accountId,
    String actor,
    String action,
    String subject,
    String detail,
    String address,
    String request) {

  static AuditEntry of(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        row.getObject("account_id", Long.class),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"),
        row.getString("address"),
        row.getString("request"));
  }
}

package vn.lantoa.content;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Refusal;

/// An item as it is while its row is ours, until the transaction ends.
///
/// @param hash of its current version
/// @param proposed hash of the version that waits beside it
/// @param unitId the unit it belongs to; null: the shared library
record LockedItem(
    String hash, @Nullable String proposed, boolean withdrawn, @Nullable Long unitId) {

  private static final String LOCK =
      """
      select current_hash, proposed_hash, withdrawn_at, unit_id
        from content_item
       where id = :id
         for update
      """;

  static LockedItem of(JdbcClient jdbc, String id) {
    return jdbc.sql(LOCK)
        .param("id", id)
        .query((row, _) ->
            new LockedItem(
                row.getString("current_hash"),
                row.getString("proposed_hash"),
                row.getObject("withdrawn_at") != null,
                row.getObject("unit_id", Long.class)))
        .optional()
        .orElseThrow(() -> new Refusal("content.unknown", id));
  }

  /// Of the newest version.
  String latest() {
    return Objects.requireNonNullElse(proposed, hash);
  }
}

package vn.lantoa.content;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Refusal;

/// An item as it is while its row is ours, until the transaction ends.
///
/// @param hash of its current version
record LockedItem(String hash, boolean withdrawn) {

  private static final String LOCK =
      """
      select current_hash, withdrawn_at
        from content_item
       where id = :id
         for update
      """;

  static LockedItem of(JdbcClient jdbc, String id) {
    return jdbc.sql(LOCK)
        .param("id", id)
        .query((row, _) ->
            new LockedItem(row.getString("current_hash"), row.getObject("withdrawn_at") != null))
        .optional()
        .orElseThrow(() -> new Refusal("content.unknown", id));
  }
}

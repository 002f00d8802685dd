package vn.lantoa.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What somebody has begun to write and not handed in, unfinished and wrong as it may be.
///
/// @param itemId of the item it changes; empty: it will be a new one
/// @param fields field of the editor → what was typed or chosen in it
public record SavedDraft(
    long id, String itemId, Map<String, List<String>> fields, Instant savedAt) {

  /// What was typed in a field of one value; empty: nothing.
  public String value(String field) {
    return String.join("", fields.getOrDefault(field, List.of()));
  }
}

package vn.lantoa.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lantoa.common.Label;

/// What is new in a column, for programs: whatever form it is written in says the same.
///
/// @param address of the column, without the file name of a feed
/// @param author the unit whose column it is
/// @param entries newest first
record ColumnFeed(String title, String address, String author, List<Entry> entries) {

  /// The language of all that is published.
  static final String LANGUAGE = "vi";

  /// @param address where it can be read; its name for ever, too
  /// @param topic empty: its content item is not in the library any more
  /// @param html sanitised
  record Entry(
      String address,
      String title,
      Instant publishedAt,
      Optional<Topic> topic,
      String summary,
      String html) {}

  /// @param key as the vocabulary of the library writes it
  record Topic(String key, Label label) {}

  Instant updatedAt() {
    return entries.stream().findFirst().map(Entry::publishedAt).orElse(Instant.EPOCH);
  }
}

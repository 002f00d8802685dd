package vn.lantoa.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.content.Approval.Decision;

/// Rows of the library as what they stand for.
final class ContentRows {

  private ContentRows() {}

  static ContentItem item(ResultSet row, int number) throws SQLException {
    var decision =
        row.getString("decision") == null
            ? Optional.<Approval>empty()
            : Optional.of(approval(row, number));
    var status =
        row.getObject("withdrawn_at") != null
            ? ContentStatus.WITHDRAWN
            : decision
                .map(last ->
                    switch (last.decision()) {
                      case APPROVED -> ContentStatus.APPROVED;
                      case RETURNED -> ContentStatus.RETURNED;
                      case RESUBMITTED -> ContentStatus.WAITING;
                    })
                .orElse(ContentStatus.WAITING);
    return new ContentItem(version(row, number), status, decision);
  }

  static Approval approval(ResultSet row, int number) throws SQLException {
    return new Approval(
        row.getString("item_id"),
        row.getString("content_hash"),
        Decision.valueOf(row.getString("decision")),
        row.getString("reason"),
        row.getString("actor"),
        instant(row, "at"));
  }

  static ContentVersion version(ResultSet row, int number) throws SQLException {
    var id = row.getString("item_id");
    var markdown = row.getString("markdown");
    // Link, source and renditions are read from the file as it was stored: it was whole when it was
    // taken in.
    var file = ContentFile.parse(id + ".md", markdown);
    return new ContentVersion(
        id,
        row.getString("hash"),
        row.getInt("number"),
        row.getString("title"),
        row.getString("topic"),
        List.of((String[]) row.getArray("audiences").getArray()),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        file.fieldText("link"),
        file.fieldText("source"),
        file.renditions(),
        markdown,
        account(row),
        row.getString("author"),
        instant(row, "created_at"));
  }

  private static @Nullable Long account(ResultSet row) throws SQLException {
    return row.getObject("author_id", Long.class);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}

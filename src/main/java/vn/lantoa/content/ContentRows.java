package vn.lantoa.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lantoa.content.Approval.Decision;

/// Rows of the library as what they stand for.
final class ContentRows {

  private ContentRows() {}

  /// Items whose rows come one after the other, what is in use before what is proposed.
  static List<ContentItem> items(ResultSet rows) throws SQLException {
    var items = new ArrayList<ContentItem>();
    while (rows.next()) {
      if (rows.getBoolean("proposed")) {
        items.add(withProposal(items.removeLast(), rows));
      } else {
        items.add(item(rows));
      }
    }
    return items;
  }

  private static ContentItem item(ResultSet row) throws SQLException {
    var decision = decision(row);
    return new ContentItem(
        version(row, 0),
        row.getObject("withdrawn_at") != null ? ContentStatus.WITHDRAWN : status(decision),
        decision,
        Optional.empty(),
        writers(row),
        row.getObject("unit_id", Long.class));
  }

  /// An approval of before was of another time: what is proposed again waits for a new one.
  private static ContentItem withProposal(ContentItem item, ResultSet row) throws SQLException {
    var decision = decision(row).filter(last -> last.decision() != Decision.APPROVED);
    var proposal = new ContentItem.Proposal(version(row, 0), status(decision), decision);
    return new ContentItem(
        item.current(),
        item.status(),
        item.decision(),
        Optional.of(proposal),
        writers(row),
        item.unitId());
  }

  private static Set<Long> writers(ResultSet row) throws SQLException {
    return Set.of((Long[]) row.getArray("writers").getArray());
  }

  private static Optional<Approval> decision(ResultSet row) throws SQLException {
    return row.getString("decision") == null ? Optional.empty() : Optional.of(approval(row, 0));
  }

  private static ContentStatus status(Optional<Approval> decision) {
    return decision
        .map(last ->
            switch (last.decision()) {
              case APPROVED -> ContentStatus.APPROVED;
              case RETURNED -> ContentStatus.RETURNED;
              case RESUBMITTED -> ContentStatus.WAITING;
            })
        .orElse(ContentStatus.WAITING);
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

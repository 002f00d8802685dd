package vn.lantoa.notice;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.content.ContentDecided;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentSubmitted;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// Tells approvers which content waits for them, and authors what was decided.
@Component
class ContentNotices {

  private final Notices notices;
  private final ContentLibrary library;
  private final Accounts accounts;
  private final InstantSource time;

  ContentNotices(Notices notices, ContentLibrary library, Accounts accounts, InstantSource time) {
    this.notices = notices;
    this.library = library;
    this.accounts = accounts;
    this.time = time;
  }

  /// Only what a person handed in: a folder of files would make as many letters as it has files.
  @EventListener
  void submitted(ContentSubmitted submitted) {
    library
        .find(submitted.itemId())
        .filter(item -> item.latest().authorId() != null)
        // A text may come back after another one: that is another time.
        .ifPresent(item -> waits(item, submitted.hash() + "@" + time.instant()));
  }

  @EventListener
  void decided(ContentDecided event) {
    var item = library.get(event.itemId());
    var occasion = String.valueOf(event.decisionId());
    var approver = event.actor().name();
    switch (event.decision()) {
      case RESUBMITTED -> waits(item, occasion);
      case RETURNED ->
          tellAuthor(
              item,
              about(
                  item,
                  NoticeKind.CONTENT_RETURNED,
                  occasion,
                  List.of(item.title(), approver, event.reason())));
      case APPROVED ->
          tellAuthor(
              item,
              about(item, NoticeKind.CONTENT_APPROVED, occasion, List.of(item.title(), approver)));
    }
  }

  private void waits(ContentItem item, String occasion) {
    var author = item.latest().writtenBy();
    notices.tell(
        approvers(item).stream().filter(id -> !item.writers().contains(id)).toList(),
        about(item, NoticeKind.CONTENT_WAITS, occasion, List.of(item.title(), author.name())));
  }

  /// Those whose role reaches the unit the item belongs to, or the top of the tree.
  private List<Long> approvers(ContentItem item) {
    return item.unitId() == null
        ? accounts.holdingAtTheTop(Role.APPROVER)
        : accounts.holding(Role.APPROVER, item.unitId());
  }

  private void tellAuthor(ContentItem item, Notice notice) {
    var author = item.latest().authorId();
    if (author != null) {
      notices.tell(List.of(author), notice);
    }
  }

  private static Notice about(
      ContentItem item, NoticeKind kind, String occasion, List<String> arguments) {
    return new Notice(
        kind, "content:" + item.id(), occasion, null, arguments, "/noi-dung/" + item.id());
  }
}

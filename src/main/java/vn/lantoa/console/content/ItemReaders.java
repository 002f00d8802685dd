package vn.lantoa.console.content;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Refusal;
import vn.lantoa.content.Approval;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// What somebody reads of the library: all that was ever approved, whosever it is, to use or to
/// copy it; what is not approved yet only in the unit it belongs to and above, and of the shared
/// library.
@Component
public final class ItemReaders {

  private final ContentLibrary library;
  private final Access access;

  ItemReaders(ContentLibrary library, Access access) {
    this.library = library;
    this.access = access;
  }

  /// Items by title, those taken out left out.
  public List<ContentItem> items(Account account) {
    return library.items().stream()
        .filter(item -> item.isApproved() || readsAll(account, item))
        .map(item -> shown(item, account))
        .toList();
  }

  /// Empty also for what is of another unit and not approved.
  public Optional<ContentItem> find(String id, Account account) {
    return library
        .find(id)
        .filter(item ->
            item.isApproved()
                || readsAll(account, item)
                || approved(id).contains(item.current().hash()))
        .map(item -> shown(item, account));
  }

  /// @throws Refusal `content.unknown` where it is not found
  ContentItem get(String id, Account account) {
    return find(id, account).orElseThrow(() -> new Refusal("content.unknown", id));
  }

  /// Newest first.
  List<ContentVersion> versions(ContentItem item, Account account) {
    var all = library.versions(item.id());
    if (readsAll(account, item)) {
      return all;
    }
    var approved = approved(item.id());
    return all.stream().filter(version -> approved.contains(version.hash())).toList();
  }

  /// @throws Refusal `content.unknown`
  ContentVersion version(ContentItem item, String hash, Account account) {
    return library
        .version(item.id(), hash)
        .filter(_ -> readsAll(account, item) || approved(item.id()).contains(hash))
        .orElseThrow(() -> new Refusal("content.unknown", item.id()));
  }

  /// What was said about these versions, newest first.
  List<Approval> decisions(ContentItem item, List<ContentVersion> versions) {
    var read = versions.stream().map(ContentVersion::hash).toList();
    return library.decisions(item.id()).stream()
        .filter(decision -> read.contains(decision.hash()))
        .toList();
  }

  /// Without what waits beside it.
  private ContentItem shown(ContentItem item, Account account) {
    return readsAll(account, item)
        ? item
        : new ContentItem(
            item.current(),
            item.status(),
            item.decision(),
            Optional.empty(),
            item.writers(),
            item.unitId());
  }

  private boolean readsAll(Account account, ContentItem item) {
    return item.unitId() == null || access.may(account, Permission.READ_CONTENT, item.unitId());
  }

  private List<String> approved(String id) {
    return library.decisions(id).stream()
        .filter(decision -> decision.decision() == Approval.Decision.APPROVED)
        .map(Approval::hash)
        .toList();
  }
}

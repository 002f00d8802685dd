package vn.lantoa.content;

import java.util.List;
import java.util.Optional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Finding;

/// The content library: what may be said, in which words, and who approved them.
public interface ContentLibrary {

  /// Takes in a content file, from disk or from the editor. The same text with the same facts again
  /// changes nothing; anything else becomes a new version that waits for approval. What was
  /// returned waits again when a person hands it in, changed or not.
  ///
  /// A new version of an approved item waits beside the approved one, which stays in use.
  ///
  /// @param file its name, for messages
  /// @param shelf where it goes, and what may be changed
  /// @return what was found; when it holds an error, nothing was taken in
  /// @throws vn.lantoa.common.Refusal `content.of-another-unit`
  Taken take(String file, String markdown, Actor author, Shelf shelf);

  /// As [#take], into the library all units share.
  default Taken take(String file, String markdown, Actor author) {
    return take(file, markdown, author, Shelf.SHARED);
  }

  /// Checks a file without taking it in.
  List<Finding> check(String file, String markdown);

  /// Items by title, those taken out left out.
  List<ContentItem> items();

  Optional<ContentItem> find(String itemId);

  /// An item that must be there.
  ///
  /// @throws vn.lantoa.common.Refusal `content.unknown`
  ContentItem get(String itemId);

  /// A given version, also an old one.
  Optional<ContentVersion> version(String itemId, String hash);

  /// Newest first.
  List<ContentVersion> versions(String itemId);

  /// Every decision on any version, newest first.
  List<Approval> decisions(String itemId);

  /// Approves exactly the text the approver saw; it is the one in use from then on.
  ///
  /// @param hash of the text that was on his screen
  /// @throws vn.lantoa.common.Refusal `content.changed-meanwhile`, `content.own-text`,
  ///   `approval.same-hands`, `content.has-errors`
  void approve(String itemId, String hash, Actor approver);

  /// Sends it back to its author.
  ///
  /// @throws vn.lantoa.common.Refusal `content.changed-meanwhile`, `content.reason-missing`
  void sendBack(String itemId, String hash, String reason, Actor approver);

  /// Takes an item out of the library, and what waits beside it: no new campaign can use it, what
  /// is scheduled with it is held, and so are messages of it that wait. Each of its texts stays out
  /// until that text is approved again.
  void withdraw(String itemId, Actor actor);

  /// What became of a file.
  ///
  /// @param findings errors and warnings, in file order
  /// @param item the item as it now stands; empty when the file was refused
  /// @param changed whether this call made another version the newest
  /// @param resubmitted whether it had been returned and now waits again
  record Taken(
      List<Finding> findings, Optional<ContentItem> item, boolean changed, boolean resubmitted) {}
}

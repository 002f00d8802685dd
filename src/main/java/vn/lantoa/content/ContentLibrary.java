package vn.lantoa.content;

import java.util.List;
import java.util.Optional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Finding;

/// The content library: what may be said, in which words, and who approved them.
public interface ContentLibrary {

  /// Takes in a content file, from disk or from the editor. The same text with the same facts again
  /// changes nothing; anything else becomes a new version that waits for approval, unless that very
  /// version was approved before. What was returned waits again when a person hands it in, changed
  /// or not.
  ///
  /// @param file its name, for messages
  /// @return what was found; when it holds an error, nothing was taken in
  Taken take(String file, String markdown, Actor author);

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

  /// Approves exactly the text the approver saw.
  ///
  /// @param hash of the text that was on his screen
  /// @throws vn.lantoa.common.Refusal `content.changed-meanwhile`, `content.own-text`,
  ///   `content.has-errors`
  void approve(String itemId, String hash, Actor approver);

  /// Sends it back to its author.
  ///
  /// @throws vn.lantoa.common.Refusal `content.changed-meanwhile`, `content.reason-missing`
  void sendBack(String itemId, String hash, String reason, Actor approver);

  /// Takes an item out of the library: no new campaign can use it, and what is scheduled with it is
  /// held.
  void withdraw(String itemId, Actor actor);

  /// What became of a file.
  ///
  /// @param findings errors and warnings, in file order
  /// @param item the item as it now stands; empty when the file was refused
  /// @param changed whether this call made a new current version
  /// @param resubmitted whether it had been returned and now waits again
  record Taken(
      List<Finding> findings, Optional<ContentItem> item, boolean changed, boolean resubmitted) {}
}

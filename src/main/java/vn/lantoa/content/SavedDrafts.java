package vn.lantoa.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.common.Actor;

/// Drafts of content. Each is seen by the person who writes it and by nobody else: what others may
/// read is handed in. All methods want an actor with an account.
public interface SavedDrafts {

  /// His drafts, the last saved first.
  List<SavedDraft> of(Actor writer);

  /// What he has begun to change in an item; of several drafts, begun in several windows, the last
  /// saved.
  Optional<SavedDraft> of(Actor writer, String itemId);

  /// Empty also for the draft of another.
  Optional<SavedDraft> find(Actor writer, long id);

  /// @throws vn.lantoa.common.Refusal `content.draft-unknown`, also for the draft of another
  SavedDraft get(Actor writer, long id);

  /// Begins a draft, beside those there are.
  ///
  /// @param itemId empty: of a new item
  /// @return its id
  long begin(Actor writer, String itemId, Map<String, List<String>> fields);

  /// Writes over a draft.
  ///
  /// @throws vn.lantoa.common.Refusal `content.draft-unknown`
  void save(Actor writer, long id, Map<String, List<String>> fields);

  /// Throws a draft away; one that is gone already or another's stays as it is.
  void discard(Actor writer, long id);
}

package vn.lantoa.privacy;

import java.util.List;
import java.util.Set;

/// A person as far as each module has to know him to find what it holds about him.
///
/// @param ids of his entries on the lists: the one that stands there first, then those that turned
///   out to be the same person
/// @param unitId of the unit whose person he is
/// @param names what he is and was called
/// @param addresses where he is and was reached, in canonical form
/// @param own those of the addresses nobody else on the lists has: a family shares a telephone, and
///   what is said about it is said of all of them
public record DataSubject(
    List<Long> ids, long unitId, Set<String> names, Set<String> addresses, Set<String> own) {

  /// Of the entry that stands on the lists.
  public long id() {
    return ids.getFirst();
  }

  /// For a statement.
  public Long[] array() {
    return ids.toArray(Long[]::new);
  }
}

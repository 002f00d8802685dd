package vn.lantoa.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What people who work here are told. Whoever has something to tell calls [#tell] in the
/// transaction of what happened; a module below this one publishes an event instead.
public interface Notices {

  /// Tells these accounts, each once; those that are closed are left out. It becomes a letter where
  /// the account has an address and did not switch letters of this kind off.
  void tell(Collection<Long> accountIds, Notice notice);

  /// What became of somebody's work within the last week, the latest first.
  List<News> news(long accountId, int limit);

  /// A unit in whose name letters are to go out. What could not for three days is no news any more.
  Optional<Long> unitWithLetters();

  /// Takes letters of a unit into a run, in the caller's transaction. What another node is just
  /// taking is left to it.
  List<ToSend> take(long unitId, long runId, int most);

  /// What a letter says.
  ///
  /// @param noticeId of an account's notice, as [ToSend] names it
  Optional<NoticeLetter> letter(long noticeId);

  /// @param arguments of the sentence `notice.<kind>.subject`
  /// @param at to the second
  record News(NoticeKind kind, List<String> arguments, String path, Instant at) {}

  /// A letter that is to go out.
  ///
  /// @param open whether the account has not been closed meanwhile
  record ToSend(long noticeId, String name, String address, boolean open) {}
}

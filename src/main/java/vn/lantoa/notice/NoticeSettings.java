package vn.lantoa.notice;

import java.util.Set;

/// Which notices somebody wants as letters. Switched on from the beginning.
public interface NoticeSettings {

  /// The kinds an account has switched off.
  Set<NoticeKind> off(long accountId);

  /// Switches kinds on and off; what is told from then on follows it.
  ///
  /// @param asked the kinds the person was asked about; all others stay as they are
  /// @param wanted those of them he wants
  void choose(long accountId, Set<NoticeKind> asked, Set<NoticeKind> wanted);
}

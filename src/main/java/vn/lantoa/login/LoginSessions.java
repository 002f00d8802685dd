package vn.lantoa.login;

import java.util.List;
import java.util.Optional;

/// All logins there are, in the database, so that what is ended on one node ends on all. Whoever
/// has a ticket is asked for it at each request.
public interface LoginSessions {

  /// How far a login has come.
  enum Standing {
    /// Ended, too old, or of an epoch before the last reset.
    OVER,
    /// The password was right; the second factor is still to come, within ten minutes.
    HALF,
    WHOLE
  }

  /// @param epoch of the account when the password was read: a reset meanwhile ends this login, too
  long begin(long accountId, int epoch, Origin from, boolean half);

  /// Asked and noted as seen.
  Standing standing(long sessionId);

  /// The person is in.
  ///
  /// @return the login before this one; empty: it is the first
  Optional<LastLogin> complete(long sessionId);

  /// Those that are good for something now, the one seen last first.
  List<LoginSession> open(long accountId);

  /// Whatever the account, nothing happens to another one's login.
  void end(long accountId, long sessionId);

  void endOthers(long accountId, long sessionId);

  /// All of them.
  void endAll(long accountId);

  /// Takes this login over into the account's epoch of now: it is the one that raised it.
  void keep(long sessionId);
}

package vn.lantoa.console.profile;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.login.LoginSessions;
import vn.lantoa.login.Ticket;
import vn.lantoa.security.Account;

/// Logins of the days before somebody had a second factor end when he gets one: whoever knew only
/// his password must not stay in.
@Component
class FirstFactor {

  private final LoginSessions sessions;

  FirstFactor(LoginSessions sessions) {
    this.sessions = sessions;
  }

  /// @param codes those that were made; there are some when it is his first
  /// @return the same
  List<String> endsOthers(List<String> codes, Account account, Ticket ticket) {
    if (!codes.isEmpty()) {
      sessions.endOthers(account.id(), ticket.sessionId());
    }
    return codes;
  }

  /// @param otherwise what is said when he had one before
  static Flash said(List<String> codes, String otherwise) {
    return Flash.good(codes.isEmpty() ? otherwise : "profile.factor.first");
  }
}

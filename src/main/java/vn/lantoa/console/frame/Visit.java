package vn.lantoa.console.frame;

import org.jspecify.annotations.Nullable;
import vn.lantoa.login.LoginSessions.Standing;
import vn.lantoa.login.Ticket;
import vn.lantoa.security.Account;

/// What a request shows of who sends it.
///
/// @param ticket null: nobody has logged in
/// @param account of a login that is not over; it is let in only if that is whole, and the account
///   has a role
record Visit(@Nullable Ticket ticket, Standing standing, @Nullable Account account) {

  static final Visit ANONYMOUS = new Visit(null, Standing.OVER, null);

  /// Somebody had logged in, but that counts no more.
  boolean isOver() {
    return ticket != null && account == null;
  }

  /// The second factor is still to come.
  boolean isHalf() {
    return account != null && standing == Standing.HALF;
  }

  @Nullable Account visitor() {
    return standing == Standing.WHOLE && account != null && !account.grants().isEmpty()
        ? account
        : null;
  }

  /// The same, the account as it acts in this request.
  Visit as(Account acting) {
    return new Visit(ticket, standing, acting);
  }
}

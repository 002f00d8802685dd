package vn.lantoa.security;

/// Logins of an account are over from the next click on.
public record SessionsEnded(long accountId, Why why) {

  public enum Why {
    /// All of them.
    PASSWORD_RESET,
    /// All but the one in which it was chosen.
    PASSWORD_CHOSEN,
    /// All of them.
    ACCOUNT_CLOSED,
    /// One, or all others, by the person himself.
    BY_PERSON,
    /// All of them: a second factor was taken off by an administrator.
    FACTOR_REMOVED
  }
}

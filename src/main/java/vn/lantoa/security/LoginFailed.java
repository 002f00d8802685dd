package vn.lantoa.security;

import org.jspecify.annotations.Nullable;

/// Somebody is not let in.
///
/// @param typed as a name; who mistakes the fields types his password there, so it is for the audit
///   trail and not for a log
/// @param accountId of that name; null: nobody is called so
/// @param address of the network he comes from
public record LoginFailed(String typed, @Nullable Long accountId, String address, Why why) {

  public enum Why {
    WRONG_PASSWORD,
    WRONG_CODE,
    WRONG_PASSKEY,
    /// It has signed less often than it had before: there are two of it.
    COPIED_PASSKEY,
    ACCOUNT_CLOSED,
    PASSWORD_ENDED,
    TOO_MANY_TRIES
  }
}

package vn.lantoa.login;

import org.springframework.security.authentication.CredentialsExpiredException;

/// The password is right, but somebody else made it, and its time is up. Only who knows it learns
/// so.
public final class TemporaryPasswordOver extends CredentialsExpiredException {

  TemporaryPasswordOver() {
    super("the temporary password has ended");
  }
}

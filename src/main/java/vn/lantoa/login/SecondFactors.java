package vn.lantoa.login;

import java.util.List;
import java.util.Optional;
import vn.lantoa.common.Refusal;
import vn.lantoa.security.Account;

/// What a person has besides a password: an authenticator app with a secret we share, passkeys
/// ([Passkeys]), and codes on paper for the day on which they are lost.
public interface SecondFactors {

  /// Of either kind.
  boolean has(long accountId);

  boolean hasApp(long accountId);

  /// Whether the setting demands one of this person that he does not have.
  boolean isMissing(Account who);

  /// A new secret for the app; it counts only once it was proved. Of who has an app, nothing is
  /// changed.
  void offer(Account who);

  /// What was offered and not yet proved.
  Optional<Offer> offered(Account who);

  /// The app has the secret: from now on it is asked for.
  ///
  /// @return recovery codes, to be shown once; none unless it is the first factor of the person
  /// @throws Refusal `login.code-wrong`
  List<String> prove(Account who, String code);

  /// @param code of the app, good within half a minute before and after; or a recovery code.
  ///   Neither is good twice
  boolean accept(long accountId, String code);

  /// Those before them are worth nothing any more.
  List<String> renewRecoveryCodes(long accountId);

  int recoveryCodesLeft(long accountId);

  /// The app. Recovery codes go with the last factor.
  void removeApp(long accountId);

  /// All there is: the app, passkeys and recovery codes.
  void remove(long accountId);

  /// What the app is to learn.
  ///
  /// @param secret as text, to be typed in
  /// @param uri the same as apps read it from a picture (Key URI Format)
  record Offer(String secret, String uri) {

    /// Without the secret.
    @Override
    public String toString() {
      return "Offer[]";
    }
  }
}

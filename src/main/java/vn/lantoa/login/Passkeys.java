package vn.lantoa.login;

import java.util.List;
import java.util.Optional;
import vn.lantoa.security.Account;
import vn.lantoa.security.LoginFailed;

/// Keys that a person's own devices keep and unlock by finger, face or PIN (WebAuthn). We know the
/// public half only. What a device is to sign is worth nothing in another login, or after five
/// minutes, or twice.
public interface Passkeys {

  /// Whether browsers use passkeys under our public address at all: they do under a name and
  /// `https`, and on `localhost`.
  boolean arePossible();

  /// The name passkeys are bound to; a page opened by another cannot use them.
  String host();

  /// The one added last first.
  List<Passkey> of(long accountId);

  /// Begins to add one.
  ///
  /// @param label what it is to be called
  /// @throws Refusal `passkey.impossible`, `passkey.too-many` (at most), `passkey.nameless`
  void offer(Account who, Ticket here, String label);

  /// What the browser is to be told for the passkey begun in this login (the standard's
  /// `PublicKeyCredentialCreationOptionsJSON`); empty: none was, or it is too late.
  Optional<String> offered(Account who, Ticket here);

  /// @param answer of the browser (`RegistrationResponseJSON`)
  /// @return recovery codes, to be shown once; none unless it is the first factor of the person
  /// @throws Refusal `passkey.refused`, `passkey.known`
  List<String> add(Account who, Ticket here, String answer);

  /// What the browser is to be told in a login whose second factor is to come
  /// (`PublicKeyCredentialRequestOptionsJSON`); empty: the person has none, or none is possible.
  /// What was asked before in this login is worth nothing any more.
  Optional<String> ask(Ticket half);

  /// @param answer of the browser (`AuthenticationResponseJSON`)
  /// @return why it is refused; empty: it is the person's
  Optional<LoginFailed.Why> objection(Ticket half, String answer);

  /// @throws Refusal `passkey.unknown`, also of somebody else's; `passkey.nameless`
  void rename(long accountId, long id, String label);

  /// Recovery codes go with the last factor.
  ///
  /// @throws Refusal `passkey.unknown`, also of somebody else's
  void remove(long accountId, long id);
}

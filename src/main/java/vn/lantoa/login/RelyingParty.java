package vn.lantoa.login;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What the standard calls us: the name and the address passkeys are bound to, what we ask of
/// browsers, and how their answers are checked. It follows from `lantoa.public-url`.
///
/// The person must be verified by the device each time. Of which make a device is nobody asks: each
/// person trusts his own.
@Component
final class RelyingParty {

  private static final String NAME = "Lan Tỏa";
  private static final String LOCAL = "localhost";

  /// Of IPv4 and IPv6; no name of a host looks like that.
  private static final Pattern NUMBER = Pattern.compile("[0-9.]+|\\[.*]");

  /// ECDSA is what telephones have, RSA what Windows Hello has on older computers.
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      Stream.of(
              COSEAlgorithmIdentifier.ES256,
              COSEAlgorithmIdentifier.EdDSA,
              COSEAlgorithmIdentifier.RS256)
          .map(algorithm ->
              new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
          .toList();

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager standard =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final Origin origin;
  private final String id;

  RelyingParty(@Value("${lantoa.public-url}") URI publicUrl) {
    var lower = URI.create(publicUrl.toString().toLowerCase(Locale.ROOT));
    origin = new Origin(lower.getScheme() + "://" + lower.getAuthority());
    id = lower.getHost() == null ? "" : lower.getHost();
  }

  ObjectConverter converter() {
    return converter;
  }

  /// The host of the public address.
  String id() {
    return id;
  }

  boolean isPossible() {
    return id.equals(LOCAL)
        || "https".equals(origin.getScheme()) && !id.isEmpty() && !NUMBER.matcher(id).matches();
  }

  /// How to make one, in JSON as browsers read it.
  ///
  /// @param known those the person has: a device that keeps one of them makes no other
  String creation(
      PublicKeyCredentialUserEntity who,
      byte[] challenge,
      List<PublicKeyCredentialDescriptor> known) {
    return json(
        new PublicKeyCredentialCreationOptions(
            new PublicKeyCredentialRpEntity(id, NAME),
            who,
            new DefaultChallenge(challenge),
            ALGORITHMS,
            PasskeyChallenges.GOOD_FOR.toMillis(),
            known,
            new AuthenticatorSelectionCriteria(
                null, ResidentKeyRequirement.PREFERRED, UserVerificationRequirement.REQUIRED),
            AttestationConveyancePreference.NONE,
            null));
  }

  /// How to use one of these, in JSON as browsers read it.
  String request(byte[] challenge, List<PublicKeyCredentialDescriptor> known) {
    return json(
        new PublicKeyCredentialRequestOptions(
            new DefaultChallenge(challenge),
            PasskeyChallenges.GOOD_FOR.toMillis(),
            id,
            known,
            UserVerificationRequirement.REQUIRED,
            null));
  }

  private String json(Object options) {
    return converter.getJsonMapper().writeValueAsString(options);
  }

  /// A passkey that was made.
  ///
  /// @throws WebAuthnException when it was not made here, now, by whom it should
  RegistrationData registration(String answer, byte[] challenge) {
    return checked(() ->
        standard.verifyRegistrationResponseJSON(
            answer, new RegistrationParameters(here(challenge), ALGORITHMS, true)));
  }

  /// A passkey that was used; nothing of it is checked yet.
  ///
  /// @throws WebAuthnException when it is no answer at all
  AuthenticationData authentication(String answer) {
    return checked(() -> standard.parseAuthenticationResponseJSON(answer));
  }

  /// @throws WebAuthnException when it was not used here, now, by whom it should
  void check(AuthenticationData used, CredentialRecord known, byte[] challenge) {
    checked(() ->
        standard.verify(used, new AuthenticationParameters(here(challenge), known, null, true)));
  }

  /// On one's own machine any port will do: a demo takes the one that is free.
  private ServerProperty here(byte[] challenge) {
    return ServerProperty.builder()
        .originPredicate(
            other -> id.equals(LOCAL) ? LOCAL.equals(other.getHost()) : origin.equals(other))
        .rpId(id)
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  /// What is missing or no Base64 at all the library finds in its own way.
  private static <T> T checked(Supplier<T> check) {
    try {
      return check.get();
    } catch (WebAuthnException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new WebAuthnException(e);
    }
  }
}

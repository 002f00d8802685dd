package vn.lantoa.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.PlainLine;
import vn.lantoa.common.Refusal;
import vn.lantoa.secret.InstallationSecret;
import vn.lantoa.security.Account;
import vn.lantoa.security.LoginFailed.Why;

@Service
@Transactional
class WebAuthnPasskeys implements Passkeys {

  private static final String USER = "passkey-user";
  private static final int MOST = 10;
  private static final int LONGEST_LABEL = 60;

  private final RelyingParty we;
  private final PasskeyChallenges challenges;
  private final PasskeyRecords records;
  private final SecondFactors factors;
  private final RecoveryCodes recovery;
  private final InstallationSecret secret;

  WebAuthnPasskeys(
      RelyingParty we,
      PasskeyChallenges challenges,
      PasskeyRecords records,
      SecondFactors factors,
      RecoveryCodes recovery,
      InstallationSecret secret) {
    this.we = we;
    this.challenges = challenges;
    this.records = records;
    this.factors = factors;
    this.recovery = recovery;
    this.secret = secret;
  }

  @Override
  public boolean arePossible() {
    return we.isPossible();
  }

  @Override
  public String host() {
    return we.id();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Passkey> of(long accountId) {
    return records.of(accountId);
  }

  @Override
  public void offer(Account who, Ticket here, String label) {
    if (!we.isPossible()) {
      throw new Refusal("passkey.impossible");
    }
    if (of(who.id()).size() >= MOST) {
      throw new Refusal("passkey.too-many", MOST);
    }
    challenges.renew(here.sessionId(), named(label));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> offered(Account who, Ticket here) {
    // Says nothing of the person to whoever reads the device, and stays the same.
    var handle = secret.sign(USER, String.valueOf(who.id()).getBytes(UTF_8));
    return challenges
        .waiting(here.sessionId())
        .filter(waiting -> waiting.label() != null)
        .map(waiting ->
            we.creation(
                new PublicKeyCredentialUserEntity(handle, who.username(), who.name()),
                waiting.bytes(),
                records.known(who.id())));
  }

  @Override
  public List<String> add(Account who, Ticket here, String answer) {
    var challenge = challenges.take(here.sessionId()).orElseThrow(WebAuthnPasskeys::refused);
    var label = Optional.ofNullable(challenge.label()).orElseThrow(WebAuthnPasskeys::refused);
    boolean first = !factors.has(who.id());
    try {
      if (!records.add(who.id(), label, we.registration(answer, challenge.bytes()))) {
        throw new Refusal("passkey.known");
      }
    } catch (WebAuthnException _) {
      throw refused();
    }
    return first ? recovery.renew(who.id()) : List.of();
  }

  @Override
  public Optional<String> ask(Ticket half) {
    var known = records.known(half.accountId());
    return known.isEmpty() || !we.isPossible()
        ? Optional.empty()
        : Optional.of(we.request(challenges.renew(half.sessionId(), null), known));
  }

  @Override
  public Optional<Why> objection(Ticket half, String answer) {
    var challenge = challenges.take(half.sessionId()).filter(one -> one.label() == null);
    if (challenge.isEmpty()) {
      return Optional.of(Why.WRONG_PASSKEY);
    }
    try {
      return isOneOf(half.accountId(), we.authentication(answer), challenge.get().bytes())
          ? Optional.empty()
          : Optional.of(Why.WRONG_PASSKEY);
    } catch (MaliciousCounterValueException _) {
      return Optional.of(Why.COPIED_PASSKEY);
    } catch (WebAuthnException _) {
      return Optional.of(Why.WRONG_PASSKEY);
    }
  }

  // The checker takes what the library says of an array for what it says of its bytes.
  @SuppressWarnings("NullAway")
  private boolean isOneOf(long accountId, AuthenticationData used, byte[] challenge) {
    var id = used.getCredentialId();
    var known = id == null ? Optional.<CredentialRecord>empty() : records.find(accountId, id);
    known.ifPresent(record -> {
      we.check(used, record, challenge);
      records.used(accountId, used);
    });
    return known.isPresent();
  }

  @Override
  public void rename(long accountId, long id, String label) {
    oneOf(records.rename(accountId, id, named(label)));
  }

  @Override
  public void remove(long accountId, long id) {
    oneOf(records.remove(accountId, id));
    recovery.endWithTheLastFactor(accountId);
  }

  private static void oneOf(int rows) {
    if (rows == 0) {
      throw new Refusal("passkey.unknown");
    }
  }

  private static String named(String label) {
    var name = PlainLine.of(label, LONGEST_LABEL);
    if (name.isEmpty()) {
      throw new Refusal("passkey.nameless");
    }
    return name;
  }

  private static Refusal refused() {
    return new Refusal("passkey.refused");
  }
}

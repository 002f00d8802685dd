package vn.lantoa.login;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.secret.InstallationSecret;
import vn.lantoa.secret.Seal;

/// Seals what belongs to an account with the account in it, so that nobody who writes in the
/// database gives one person's factor to another.
@Component
final class AccountSeal {

  private static final byte SEALED = 0;

  private final Seal seal;

  AccountSeal(InstallationSecret secret) {
    seal = new Seal(secret.key("second-factor"));
  }

  byte[] close(long accountId, byte[] content) {
    return seal.close(
        SEALED,
        ByteBuffer.allocate(Long.BYTES + content.length).putLong(accountId).put(content).array());
  }

  /// Empty when it is another account's, or was changed since.
  Optional<byte[]> open(long accountId, byte[] sealed) {
    return seal.open(SEALED, sealed)
        .map(ByteBuffer::wrap)
        .filter(content -> content.getLong() == accountId)
        .map(content -> {
          var rest = new byte[content.remaining()];
          content.get(rest);
          return rest;
        });
  }
}

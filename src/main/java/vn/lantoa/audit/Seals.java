package vn.lantoa.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;

/// What a seal is made of: SHA-256 over the seal before and all that the entry says. There is no
/// key in it, so that anybody who has a daily file can go through it without this program
/// (src/docs/decisions/0026).
final class Seals {

  /// Before the first one.
  static final byte[] NONE = new byte[32];

  private Seals() {}

  /// Each field with its length before it, so that no two entries read the same:
  /// `<octets>:<UTF-8>,`.
  static byte[] next(byte[] before, AuditEntry entry) {
    var digest = sha256();
    digest.update(before);
    Stream.of(
            entry.id(),
            ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()),
            Objects.requireNonNullElse(entry.accountId(), ""),
            entry.actor(),
            entry.action(),
            entry.subject(),
            entry.detail(),
            entry.address(),
            entry.request())
        .map(field -> field.toString().getBytes(StandardCharsets.UTF_8))
        .forEach(field -> {
          digest.update((field.length + ":").getBytes(StandardCharsets.US_ASCII));
          digest.update(field);
          digest.update((byte) ',');
        });
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

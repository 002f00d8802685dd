package vn.lantoa.login;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// The codes of authenticator apps: six digits of HMAC-SHA-1 every 30 s (RFC 6238), which is what
/// all apps can do.
final class Authenticator {

  static final int SECRET = 20; // bytes, RFC 4226 R6
  private static final int STEP = 30; // seconds
  private static final String ISSUER = "Lan Tỏa";

  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();

  private Authenticator() {}

  static byte[] newSecret() {
    var secret = new byte[SECRET];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /// The step the code belongs to, if it is that of now, or one before or after: clocks of
  /// telephones are wrong, and people type slowly.
  static OptionalLong step(byte[] secret, String code, Instant now) {
    long step = now.getEpochSecond() / STEP;
    return LongStream.of(step, step - 1, step + 1)
        .filter(one -> isSame(code(secret, one), code))
        .findFirst();
  }

  static String code(byte[] secret, long step) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(secret, CODES.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP),
          Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("Any bytes are a key for HMAC", e);
    }
  }

  static SecondFactors.Offer offer(String username, byte[] secret) {
    var text = new Base32().encodeToString(secret);
    var issuer = encoded(ISSUER);
    return new SecondFactors.Offer(
        text.replaceAll("(.{4})(?!$)", "$1 "),
        "otpauth://totp/"
            + issuer
            + ":"
            + encoded(username)
            + "?secret="
            + text
            + "&issuer="
            + issuer);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

package vn.lantoa.secret;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Hides what only this installation is to read, and knows it again unchanged: AES in
/// Galois/Counter Mode (NIST SP 800-38D), the nonce of 96 bits at random and in front, the tag of
/// 128 bits behind. Safe for four thousand million texts per key.
public final class Seal {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  public Seal(SecretKey key) {
    this.key = key;
  }

  /// The same text gives other bytes each time.
  ///
  /// @param label protected with it, but not part of it
  public byte[] close(byte label, byte[] text) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, label, nonce).doFinal(text);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + CIPHER, e);
    }
  }

  /// Empty when it was not closed here, with this label, or was changed since.
  public Optional<byte[]> open(byte label, byte[] sealed) {
    if (sealed.length < NONCE + TAG) {
      return Optional.empty();
    }
    var nonce = Arrays.copyOf(sealed, NONCE);
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, label, nonce);
      return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + CIPHER, e);
    }
  }

  private Cipher cipher(int mode, byte label, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    cipher.updateAAD(new byte[] {label});
    return cipher;
  }
}

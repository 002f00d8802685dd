package vn.lantoa.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.database.DurableFile;
import vn.lantoa.privacy.InstallationKey;

/// The key only this installation knows: what it signs or seals, it can recognise years later. It
/// lives in `secret` in the data folder and is made at first use; several nodes that share a
/// database are given one and the same by `lantoa.secret`.
@Component
public class InstallationSecret implements InstallationKey {

  private static final int SIZE = 32;

  private final SecretKey secret;
  private final Mac ready;

  @Autowired
  InstallationSecret(
      @Value("${lantoa.data}") Path data, @Value("${lantoa.secret:}") String configured) {
    this(configured.isEmpty() ? kept(data) : configured.getBytes(StandardCharsets.UTF_8));
  }

  public InstallationSecret(byte[] secret) {
    if (secret.length < SIZE) {
      throw new IllegalArgumentException("lantoa.secret is shorter than 32 characters");
    }
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
    ready = keyed(this.secret);
  }

  /// HMAC-SHA256.
  ///
  /// @param purpose keeps what one part signs from being taken by another
  @Override
  public byte[] sign(String purpose, byte[] content) {
    try {
      var mac = (Mac) ready.clone();
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(content);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's HmacSHA256 can be copied", e);
    }
  }

  /// A key for AES-256, derived by HKDF with SHA-256 (RFC 5869).
  ///
  /// @param purpose another one, another key
  public SecretKey key(String purpose) {
    var how =
        HKDFParameterSpec.ofExtract()
            .addIKM(secret)
            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), SIZE);
    try {
      return KDF.getInstance("HKDF-SHA256").deriveKey("AES", how);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java since 25 has HKDF-SHA256", e);
    }
  }

  /// Keyed once: every letter has a name that is signed, and the keying costs more than the
  /// signing.
  private static Mac keyed(SecretKey key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  private static byte[] kept(Path data) {
    var file = data.resolve("secret");
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      return create(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] create(Path file) {
    var secret = new byte[SIZE];
    new SecureRandom().nextBytes(secret);
    try {
      DurableFile.write(file, secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return secret;
  }
}

package vn.lantoa.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A browser with a device that keeps one passkey, as the standard describes them: it makes a key
/// pair, signs with it, and counts. What an honest one would not do, it does when it is told to.
public final class SoftAuthenticator {

  private static final byte PRESENT = 0x01;
  private static final byte VERIFIED = 0x04;
  private static final byte NEW_KEY = 0x40;

  private final ObjectConverter converter = new ObjectConverter();
  private final KeyPair keys = keys();
  private final byte[] id = new byte[20];

  /// Which page asks, as the browser sees it.
  public String origin;

  /// Whether it knows by finger, face or PIN who uses it.
  public boolean verifies = true;

  /// How often it has signed.
  public int counter;

  public SoftAuthenticator(String origin) {
    this.origin = origin;
    new SecureRandom().nextBytes(id);
  }

  /// What `navigator.credentials.create` comes to.
  ///
  /// @param options as the page has them
  public String create(String options) {
    var asked = read(options);
    var key = EC2COSEKey.create((ECPublicKey) keys.getPublic(), COSEAlgorithmIdentifier.ES256);
    var cose = converter.getCborConverter().writeValueAsBytes(key);
    var made =
        ByteBuffer.allocate(18 + id.length + cose.length)
            .put(new byte[16])
            .putShort((short) id.length)
            .put(id)
            .put(cose)
            .array();
    var attestation = new LinkedHashMap<String, Object>();
    attestation.put("fmt", "none");
    attestation.put("attStmt", Map.of());
    attestation.put("authData", said(asked.at("/rp/id").asString(), NEW_KEY, made));
    return answer(
        Map.of(
            "clientDataJSON",
            text(client("webauthn.create", asked)),
            "attestationObject",
            text(converter.getCborMapper().writeValueAsBytes(attestation)),
            "transports",
            List.of("internal", "hybrid")));
  }

  /// What `navigator.credentials.get` comes to, whichever passkeys were asked for.
  public String get(String options) {
    var asked = read(options);
    counter++;
    var said = said(asked.at("/rpId").asString(), (byte) 0, new byte[0]);
    var client = client("webauthn.get", asked);
    return answer(
        Map.of(
            "clientDataJSON", text(client),
            "authenticatorData", text(said),
            "signature", text(signature(said, client))));
  }

  private String answer(Map<String, Object> response) {
    return json(
        Map.of(
            "id",
            text(id),
            "rawId",
            text(id),
            "type",
            "public-key",
            "response",
            response,
            "clientExtensionResults",
            Map.of()));
  }

  private byte[] said(String rpId, byte flags, byte[] more) {
    int all = flags | PRESENT | (verifies ? VERIFIED : 0);
    return ByteBuffer.allocate(37 + more.length)
        .put(sha256(rpId.getBytes(UTF_8)))
        .put((byte) all)
        .putInt(counter)
        .put(more)
        .array();
  }

  private byte[] client(String type, JsonNode asked) {
    return json(Map.of(
            "type",
            type,
            "challenge",
            asked.at("/challenge").asString(),
            "origin",
            origin,
            "crossOrigin",
            false))
        .getBytes(UTF_8);
  }

  private byte[] signature(byte[] said, byte[] client) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(said);
      signature.update(sha256(client));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode read(String options) {
    return converter.getJsonMapper().readTree(options);
  }

  private String json(Object value) {
    return converter.getJsonMapper().writeValueAsString(value);
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

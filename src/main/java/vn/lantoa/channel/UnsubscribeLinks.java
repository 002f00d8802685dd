package vn.lantoa.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channel;

/// Links by which a person refuses further messages, without an account and without a row in the
/// database: the token holds channel and address, signed. It never ends, since a letter may be read
/// years later, and may be used again and again.
@Component
public class UnsubscribeLinks {

  private static final String PURPOSE = "unsubscribe";
  private static final int SIGNATURE = 16; // 128 bits
  private static final int LONGEST_TOKEN = 512;

  private final InstallationSecret secret;
  private final String publicUrl;

  public UnsubscribeLinks(
      InstallationSecret secret, @Value("${lantoa.public-url}") String publicUrl) {
    this.secret = secret;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  public String url(Channel channel, String address) {
    return publicUrl + "/u/" + token(channel, address);
  }

  /// Empty when the token is not one of ours.
  public Optional<Target> read(String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    try {
      return open(Base64.getUrlDecoder().decode(token));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private String token(Channel channel, String address) {
    var key = channel.key().getBytes(UTF_8);
    var where = address.getBytes(UTF_8);
    var content =
        ByteBuffer.allocate(1 + key.length + where.length)
            .put((byte) key.length)
            .put(key)
            .put(where)
            .array();
    var token = Arrays.copyOf(content, content.length + SIGNATURE);
    System.arraycopy(signature(content), 0, token, content.length, SIGNATURE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private Optional<Target> open(byte[] token) {
    int end = token.length - SIGNATURE;
    if (end < 1) {
      return Optional.empty();
    }
    var content = Arrays.copyOf(token, end);
    if (!MessageDigest.isEqual(signature(content), Arrays.copyOfRange(token, end, token.length))) {
      return Optional.empty();
    }
    int keyEnd = 1 + content[0];
    return Optional.of(
        new Target(
            new Channel(new String(content, 1, keyEnd - 1, UTF_8)),
            new String(content, keyEnd, end - keyEnd, UTF_8)));
  }

  private byte[] signature(byte[] content) {
    return Arrays.copyOf(secret.sign(PURPOSE, content), SIGNATURE);
  }

  /// Who refuses what.
  public record Target(Channel channel, String address) {}
}

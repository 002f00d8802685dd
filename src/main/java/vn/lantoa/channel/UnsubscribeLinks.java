package vn.lantoa.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channel;

/// Links by which a person refuses further messages, without an account and without a row in the
/// database: the token holds channel, address and who wrote, signed. It never ends, since a letter
/// may be read years later, and may be used again and again.
@Component
public class UnsubscribeLinks {

  private static final String PURPOSE = "unsubscribe";
  private static final int SIGNATURE = 16; // 128 bits
  // Set in the length of the channel's name when the sender's unit follows. Older links have none
  // and stay good.
  private static final int WITH_UNIT = 0x80;
  private static final int LONGEST_TOKEN = 512;

  private final InstallationSecret secret;
  private final String publicUrl;

  public UnsubscribeLinks(
      InstallationSecret secret, @Value("${lantoa.public-url}") String publicUrl) {
    this.secret = secret;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  /// @param unitId who writes, so that the page behind the link can say whom one refuses
  public String url(Channel channel, String address, long unitId) {
    return publicUrl + "/u/" + token(channel, address, unitId);
  }

  /// Where somebody with an account chooses which notices come as letters. Asks for a login.
  public String noticeSettings() {
    return publicUrl + "/ho-so";
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

  private String token(Channel channel, String address, long unitId) {
    var key = channel.key().getBytes(UTF_8);
    var where = address.getBytes(UTF_8);
    var content =
        ByteBuffer.allocate(1 + Long.BYTES + key.length + where.length)
            .put((byte) (WITH_UNIT | key.length))
            .putLong(unitId)
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
    var parts = ByteBuffer.wrap(content);
    int head = parts.get();
    var unitId = (head & WITH_UNIT) == 0 ? null : Long.valueOf(parts.getLong());
    var key = new byte[head & ~WITH_UNIT & 0xff];
    parts.get(key);
    var address = new byte[parts.remaining()];
    parts.get(address);
    return Optional.of(
        new Target(new Channel(new String(key, UTF_8)), new String(address, UTF_8), unitId));
  }

  private byte[] signature(byte[] content) {
    return Arrays.copyOf(secret.sign(PURPOSE, content), SIGNATURE);
  }

  /// Who refuses what.
  ///
  /// @param unitId who wrote; null in older links
  public record Target(Channel channel, String address, @Nullable Long unitId) {}
}

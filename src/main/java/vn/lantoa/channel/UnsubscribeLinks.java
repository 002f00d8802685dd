package vn.lantoa.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Channel;
import vn.lantoa.secret.InstallationSecret;
import vn.lantoa.secret.Seal;

/// Links by which a person refuses further messages, without an account and without a row in the
/// database: the token holds channel, address and who wrote, sealed, so that neither a proxy's log
/// nor a browser's history tells the address. It never ends, since a letter may be read years
/// later, and may be used again and again.
@Component
public class UnsubscribeLinks {

  /// How a sealed token begins. One that is only signed begins with the length of a channel's name,
  /// which is never 0.
  private static final byte SEALED = 0;

  private static final int LONGEST_TOKEN = 512;

  private final Seal seal;
  private final SignedLinks signed;
  private final String publicUrl;

  public UnsubscribeLinks(
      InstallationSecret secret, @Value("${lantoa.public-url}") String publicUrl) {
    this.seal = new Seal(secret.key("unsubscribe-link"));
    this.signed = new SignedLinks(secret);
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  /// Another one each time; all of them stay good.
  ///
  /// @param unitId who writes, so that the page behind the link can say whom one refuses
  public String url(Channel channel, String address, long unitId) {
    return publicUrl + "/u/" + token(channel, address, unitId);
  }

  /// Where somebody with an account chooses which notices come as letters. Asks for a login.
  public String noticeSettings() {
    return publicUrl + "/ho-so";
  }

  /// Where people read what is kept of them, and ask about it.
  public String rights() {
    return publicUrl + "/rieng-tu";
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
        ByteBuffer.allocate(Long.BYTES + 1 + key.length + where.length)
            .putLong(unitId)
            .put((byte) key.length)
            .put(key)
            .put(where)
            .array();
    var sealed = seal.close(SEALED, content);
    var token = ByteBuffer.allocate(1 + sealed.length).put(SEALED).put(sealed).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private Optional<Target> open(byte[] token) {
    return token.length > 0 && token[0] == SEALED
        ? seal.open(SEALED, Arrays.copyOfRange(token, 1, token.length))
            .map(UnsubscribeLinks::target)
        : signed.open(token);
  }

  private static Target target(byte[] content) {
    var parts = ByteBuffer.wrap(content);
    long unitId = parts.getLong();
    var key = new byte[parts.get()];
    parts.get(key);
    var address = new byte[parts.remaining()];
    parts.get(address);
    return new Target(new Channel(new String(key, UTF_8)), new String(address, UTF_8), unitId);
  }

  /// Who refuses what.
  ///
  /// @param unitId who wrote; null in the oldest links
  public record Target(Channel channel, String address, @Nullable Long unitId) {}
}

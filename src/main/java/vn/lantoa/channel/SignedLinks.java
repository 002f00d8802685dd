package vn.lantoa.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import vn.lantoa.channel.UnsubscribeLinks.Target;
import vn.lantoa.common.Channel;
import vn.lantoa.secret.InstallationSecret;

/// The links of letters sent before [UnsubscribeLinks] hid the address: channel, address and mostly
/// the unit in clear, signed. Such letters are read for years, so these links stay good for ever;
/// none is made any more.
final class SignedLinks {

  private static final String PURPOSE = "unsubscribe";
  private static final int SIGNATURE = 16; // 128 bits
  // Set in the length of the channel's name when the sender's unit follows. The oldest links have
  // none.
  private static final int WITH_UNIT = 0x80;

  private final InstallationSecret secret;

  SignedLinks(InstallationSecret secret) {
    this.secret = secret;
  }

  Optional<Target> open(byte[] token) {
    int end = token.length - SIGNATURE;
    if (end < 1) {
      return Optional.empty();
    }
    var content = Arrays.copyOf(token, end);
    var signature = Arrays.copyOf(secret.sign(PURPOSE, content), SIGNATURE);
    if (!MessageDigest.isEqual(signature, Arrays.copyOfRange(token, end, token.length))) {
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
}

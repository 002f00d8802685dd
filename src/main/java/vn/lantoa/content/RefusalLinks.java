package vn.lantoa.content;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Purpose;
import vn.lantoa.content.Renderer.Values;
import vn.lantoa.secret.InstallationSecret;

/// Links short enough for an SMS, by which whoever got it refuses more: the number of the delivery
/// and 40 bits that only this installation can sign it with, in letters and digits nobody confuses
/// (Crockford's base 32). Nothing of the person is in it, and no row in the database.
@Component
public class RefusalLinks {

  private static final String PURPOSE = "refusal-link";
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int BITS = 5;

  /// Of the number, so that all links of the next 34 thousand million deliveries are as long as
  /// each other: what an SMS costs can be said beforehand.
  private static final int LEAST = 7;

  private static final int SIGNED = 8;

  /// Of any number that fits a `long`; what is longer is another kind of link.
  private static final int LONGEST = 13 + SIGNED;

  private final InstallationSecret secret;
  private final String publicUrl;

  public RefusalLinks(InstallationSecret secret, @Value("${lantoa.public-url}") String publicUrl) {
    this.secret = secret;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  public String url(long deliveryId) {
    return publicUrl + "/u/" + token(deliveryId);
  }

  /// The values of a message for nobody yet, as long as it will be.
  public Values on(Values values, Purpose purpose) {
    return on(values, purpose, 0);
  }

  /// The values of one message.
  public Values on(Values values, Purpose purpose, long deliveryId) {
    return purpose == Purpose.PROMO ? values.refusedAt(url(deliveryId)) : values;
  }

  /// The number of the delivery; empty when the token is not one of ours.
  public OptionalLong read(String token) {
    int digits = token.length() - SIGNED;
    if (digits < LEAST || token.length() > LONGEST) {
      return OptionalLong.empty();
    }
    long id = 0;
    for (int i = 0; i < digits; i++) {
      int digit = DIGITS.indexOf(token.charAt(i));
      if (digit < 0) {
        return OptionalLong.empty();
      }
      id = id << BITS | digit;
    }
    return token(id).equals(token) ? OptionalLong.of(id) : OptionalLong.empty();
  }

  private String token(long id) {
    var token = new StringBuilder();
    for (long rest = id; rest != 0 || token.length() < LEAST; rest >>>= BITS) {
      token.append(DIGITS.charAt((int) (rest & 31)));
    }
    token.reverse();
    var signature =
        ByteBuffer.wrap(secret.sign(PURPOSE, ByteBuffer.allocate(Long.BYTES).putLong(id).array()))
            .getLong();
    for (int i = 0; i < SIGNED; i++) {
      token.append(DIGITS.charAt((int) (signature >>> i * BITS & 31)));
    }
    return token.toString();
  }
}

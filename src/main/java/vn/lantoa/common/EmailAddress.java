package vn.lantoa.common;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address we are ready to write to: one mailbox, ASCII, lower case, nothing that could
/// break out of a header. Narrower than RFC 5321 on purpose: quoted local parts and address
/// literals are refused.
public record EmailAddress(String value) {

  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

  public EmailAddress {
    if (value.length() > 254 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an e-mail address we can write to: " + value);
    }
  }

  /// Reads what people write; empty when it is no address.
  public static Optional<EmailAddress> parse(String text) {
    var trimmed = text.strip().toLowerCase(Locale.ROOT);
    return trimmed.length() <= 254 && FORM.matcher(trimmed).matches()
        ? Optional.of(new EmailAddress(trimmed))
        : Optional.empty();
  }

  /// The part after the `@`.
  public String domain() {
    return value.substring(value.indexOf('@') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}

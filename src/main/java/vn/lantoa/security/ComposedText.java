package vn.lantoa.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// One password for what looks the same: keyboards write a Vietnamese letter with its marks as one
/// character (NFC) or as several (NFD), and people change keyboards (RFC 8265, 4.2.1).
record ComposedText(PasswordEncoder encoder) implements PasswordEncoder {

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return encoder.encode(composed(password));
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    return encoder.matches(composed(password), hash);
  }

  @Override
  public boolean upgradeEncoding(@Nullable String hash) {
    return encoder.upgradeEncoding(hash);
  }

  private static @Nullable String composed(@Nullable CharSequence password) {
    // Through bytes, since half a pair of surrogates is no text that could be hashed.
    return password == null
        ? null
        : new String(Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(UTF_8), UTF_8);
  }
}

package vn.lantoa.security;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Only so many hashes at a time, in the order they were asked for: each takes 19 MiB and a core
/// while it lasts, so a thousand logins at once would otherwise end the process. A password longer
/// than any that can have been kept is refused before anything is hashed.
final class BoundedHashing implements PasswordEncoder {

  /// Units of UTF-16 of the longest password there is: 128 characters, in the longest way to write
  /// them.
  private static final int LONGEST = 1024;

  private final PasswordEncoder encoder;
  private final Semaphore turns;

  BoundedHashing(PasswordEncoder encoder, int atOnce) {
    this.encoder = encoder;
    this.turns = new Semaphore(atOnce, true);
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    return inTurn(() -> encoder.encode(password));
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    return password != null
        && password.length() <= LONGEST
        && inTurn(() -> encoder.matches(password, hash));
  }

  @Override
  public boolean upgradeEncoding(@Nullable String hash) {
    return encoder.upgradeEncoding(hash);
  }

  private <T extends @Nullable Object> T inTurn(Supplier<T> hashing) {
    turns.acquireUninterruptibly();
    try {
      return hashing.get();
    } finally {
      turns.release();
    }
  }
}

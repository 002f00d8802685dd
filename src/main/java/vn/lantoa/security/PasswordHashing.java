package vn.lantoa.security;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// How passwords are kept: Argon2id (RFC 9106) with 19 MiB and two passes, the least OWASP's
/// Password Storage Cheat Sheet names; 77 ms of one core here, so that four people who log in at
/// once on two cores wait less than half a second. Hashes of earlier versions are bcrypt's; they
/// stay good, and are replaced at the next login.
@Configuration(proxyBeanMethods = false)
class PasswordHashing {

  private static final String TODAY = "argon2";

  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;

  @Bean
  PasswordEncoder passwordEncoder() {
    return encoder(KIBIBYTES, PASSES);
  }

  static PasswordEncoder encoder(int kibibytes, int passes) {
    var argon2 = new Argon2PasswordEncoder(SALT, HASH, LANES, kibibytes, passes);
    return new BoundedHashing(
        new DelegatingPasswordEncoder(
            TODAY, Map.of(TODAY, new ComposedText(argon2), "bcrypt", new BCryptPasswordEncoder())),
        Runtime.getRuntime().availableProcessors());
  }
}

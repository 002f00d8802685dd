package vn.lantoa.console.organisation;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/// Makes passwords for people to start with: easy to read out over the telephone, valid until the
/// first login.
@Component
class FirstPasswords {

  /// No character that looks like another: 29 of them, 16 places, nearly 78 bits.
  private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz346789";

  private static final int GROUPS = 4;
  private static final int IN_GROUP = 4;

  private final SecureRandom random = new SecureRandom();

  String next() {
    var password = new StringBuilder();
    for (int place = 0; place < GROUPS * IN_GROUP; place++) {
      if (place > 0 && place % IN_GROUP == 0) {
        password.append('-');
      }
      password.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return password.toString();
  }
}

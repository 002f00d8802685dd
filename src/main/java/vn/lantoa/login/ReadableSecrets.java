package vn.lantoa.login;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/// Makes passwords and codes that are easy to read out over the telephone, in groups of letters and
/// digits none of which looks like another.
@Component
public class ReadableSecrets {

  private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz346789";

  private final SecureRandom random = new SecureRandom();

  /// For a person to start with: 16 of 29 characters, nearly 78 bits.
  public String password() {
    return next(4, 4);
  }

  /// Ten of them: nearly 49 bits.
  String recoveryCode() {
    return next(2, 5);
  }

  private String next(int groups, int inGroup) {
    var secret = new StringBuilder();
    for (int place = 0; place < groups * inGroup; place++) {
      if (place > 0 && place % inGroup == 0) {
        secret.append('-');
      }
      secret.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return secret.toString();
  }
}

package vn.lantoa.login;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.springframework.context.ApplicationContext;
import vn.lantoa.security.Accounts;

/// Logins as they come about, without the hashing.
public final class LoginExamples {

  private static final Origin OFFICE = new Origin("10.0.0.7", "Firefox/140 on Windows", "");
  private static final Ticket NOBODY = new Ticket(-1, -1, "khong-ai");

  private LoginExamples() {}

  /// A whole login of that account.
  public static Ticket ticket(ApplicationContext program, String username) {
    return program
        .getBean(Accounts.class)
        .credential(username)
        .map(known -> {
          var sessions = program.getBean(LoginSessions.class);
          var id = sessions.begin(known.accountId(), known.epoch(), OFFICE, false);
          return new Ticket(id, known.accountId(), known.username());
        })
        .orElse(NOBODY);
  }

  /// What an authenticator app shows.
  ///
  /// @param secret as it was typed in, with or without spaces
  public static String code(String secret, Instant at) {
    var key = new Base32().decode(secret.replace(" ", ""));
    return Authenticator.code(key, at.getEpochSecond() / 30);
  }
}

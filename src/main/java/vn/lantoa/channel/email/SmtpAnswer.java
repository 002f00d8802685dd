package vn.lantoa.channel.email;

import java.io.IOException;

/// What came of one exchange with the mail server.
sealed interface SmtpAnswer {

  record Taken(String said) implements SmtpAnswer {}

  /// The server answered, and said no.
  record Refused(SmtpConnection.Step step, int code, String said) implements SmtpAnswer {}

  /// No answer at this step.
  record Broken(SmtpConnection.Step step, Exception cause) implements SmtpAnswer {

    static Broken connecting(IOException cause) {
      return new Broken(SmtpConnection.Step.CONNECT, cause);
    }
  }

  /// Whether surely nothing was taken and another connection may try at once: that is how a
  /// connection shows that the server closed it while it lay idle.
  default boolean isStale() {
    return switch (this) {
      case Taken _ -> false;
      case Refused(var step, int code, _) -> code == 421 && step != SmtpConnection.Step.DOT;
      case Broken(var step, _) -> step != SmtpConnection.Step.DOT;
    };
  }
}

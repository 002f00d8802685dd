package vn.lantoa.privacy;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.secret.InstallationSecret;

public final class PrivacyExamples {

  private PrivacyExamples() {}

  public static ForgottenPeople forgotten(JdbcClient jdbc) {
    return new ForgottenPeople(jdbc, new InstallationSecret(new byte[32]));
  }
}

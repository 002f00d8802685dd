package vn.lantoa.audience;

import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.secret.InstallationSecret;

/// The parts of the audience, put together by hand.
public final class AudienceExamples {

  private AudienceExamples() {}

  public static Recipients recipients(JdbcClient jdbc) {
    return jdbcRecipients(jdbc);
  }

  static Duplicates duplicates(JdbcClient jdbc) {
    return jdbcDuplicates(jdbc);
  }

  private static JdbcDuplicates jdbcDuplicates(JdbcClient jdbc) {
    return new JdbcDuplicates(jdbc, jdbcRecipients(jdbc), new StaffRefusals(jdbc));
  }

  static Transfers transfers(JdbcClient jdbc) {
    return new JdbcTransfers(jdbc, jdbcDuplicates(jdbc), new StaffRefusals(jdbc));
  }

  private static JdbcRecipients jdbcRecipients(JdbcClient jdbc) {
    var consents = new JdbcConsents(jdbc);
    return new JdbcRecipients(
        jdbc,
        new RecipientBatches(jdbc),
        new JdbcComparison(jdbc, forgottenRefusals(jdbc)),
        new RecipientChanges(jdbc, consents, new StaffRefusals(jdbc)),
        forgottenRefusals(jdbc));
  }

  static ForgottenRefusals forgottenRefusals(JdbcClient jdbc) {
    return new ForgottenRefusals(jdbc, new InstallationSecret(new byte[32]));
  }

  public static Consents consents(JdbcClient jdbc) {
    return new JdbcConsents(jdbc);
  }

  public static Segments segments(JdbcClient jdbc) {
    return new JdbcSegments(jdbc);
  }
}

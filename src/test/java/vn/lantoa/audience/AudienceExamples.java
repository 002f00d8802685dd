package vn.lantoa.audience;

import org.springframework.jdbc.core.simple.JdbcClient;

/// The parts of the audience, put together by hand.
public final class AudienceExamples {

  private AudienceExamples() {}

  public static Recipients recipients(JdbcClient jdbc) {
    var consents = new JdbcConsents(jdbc);
    return new JdbcRecipients(
        jdbc,
        new RecipientBatches(jdbc),
        new JdbcComparison(jdbc),
        new RecipientChanges(jdbc, consents));
  }

  public static Consents consents(JdbcClient jdbc) {
    return new JdbcConsents(jdbc);
  }

  public static Segments segments(JdbcClient jdbc) {
    return new JdbcSegments(jdbc);
  }
}

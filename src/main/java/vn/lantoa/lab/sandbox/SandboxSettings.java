package vn.lantoa.lab.sandbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the stand-ins behave.
///
/// @param enabled true: nothing leaves this machine, stand-ins take it
/// @param smtpPort of the stand-in mail server, httpPort of the other stand-ins; 0: any free one
/// @param receiptAfter how long the stand-in carrier takes to report that a text message arrived
/// @param undeliveredShare of text messages that it reports as not arrived
@ConfigurationProperties("lantoa.sandbox")
public record SandboxSettings(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("0") int smtpPort,
    @DefaultValue("0") int httpPort,
    @DefaultValue("500ms") Duration receiptAfter,
    @DefaultValue("0.02") double undeliveredShare) {

  public SandboxSettings {
    if (undeliveredShare < 0 || undeliveredShare > 1) {
      throw new IllegalArgumentException("lantoa.sandbox.undelivered-share is not within 0 and 1");
    }
  }

  /// On, with any free ports: for tests.
  public static SandboxSettings on() {
    return new SandboxSettings(true, 0, 0, Duration.ofMillis(50), 0.02);
  }
}

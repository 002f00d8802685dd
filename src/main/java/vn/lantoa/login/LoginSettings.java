package vn.lantoa.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param idle after which a login is over when nothing was asked for
/// @param lifetime after which it is over in any case
/// @param secondFactor whether approvers, administrators and operators must have one
@ConfigurationProperties("lantoa.login")
record LoginSettings(
    @DefaultValue("2h") Duration idle,
    @DefaultValue("12h") Duration lifetime,
    @DefaultValue("OFFERED") Demand secondFactor) {

  enum Demand {
    /// Whoever wants one has one.
    OFFERED,
    /// Who approves, administers or runs the machine gets nowhere without.
    DEMANDED
  }
}

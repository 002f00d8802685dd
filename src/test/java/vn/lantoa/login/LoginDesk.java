package vn.lantoa.login;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audit.Trails;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.login.LoginSettings.Demand;
import vn.lantoa.org.OrgExamples;
import vn.lantoa.secret.InstallationSecret;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;
import vn.lantoa.security.Role;
import vn.lantoa.security.SecurityExamples;

/// All that a login passes, on a database and with a clock of the test.
final class LoginDesk {

  static final String PUBLIC_URL = "https://lantoa.example.vn";
  static final String PASSWORD = "ba con vịt bơi qua ao làng";

  Instant now = Instant.parse("2026-11-21T02:00:00Z");
  final List<Object> events = new ArrayList<>();
  final InstantSource clock = () -> now;
  private final javax.sql.DataSource database = TestDatabase.create();
  final JdbcClient jdbc = JdbcClient.create(database);
  final OrgExamples org = OrgExamples.in(jdbc);
  final PasswordEncoder encoder = SecurityExamples.quickHashing();
  final AuditTrail trail = Trails.in(jdbc, clock);
  private final ApplicationEventPublisher publisher = events::add;
  final Accounts accounts = SecurityExamples.accounts(jdbc, org.units(), encoder, clock, publisher);
  private final LoginSettings settings =
      new LoginSettings(Duration.ofHours(2), Duration.ofHours(12), Demand.DEMANDED);
  private final InstallationSecret secret =
      new InstallationSecret("0123456789abcdef0123456789abcdef".getBytes(US_ASCII));
  final KnownDevices devices = new KnownDevices(secret);
  final LoginSessions sessions = new JdbcLoginSessions(jdbc, clock, settings);
  private final RecoveryCodes recovery =
      new RecoveryCodes(jdbc, clock, new ReadableSecrets(), secret);
  private final AccountSeal seal = new AccountSeal(secret);
  final SecondFactors factors = new JdbcSecondFactors(jdbc, clock, settings, recovery, seal);
  private final RelyingParty we = new RelyingParty(URI.create(PUBLIC_URL));
  final Passkeys passkeys =
      new WebAuthnPasskeys(
          we,
          new PasskeyChallenges(jdbc, clock),
          new PasskeyRecords(jdbc, clock, seal, we),
          factors,
          recovery,
          secret);
  final LoginThrottle throttle = new LoginThrottle(devices, clock);
  final Logins logins =
      new Logins(
          sessions, throttle, new CodeThrottle(devices, clock), factors, passkeys, publisher);
  private final PasswordLogin login =
      new PasswordLogin(accounts, encoder, throttle, factors, logins, publisher, clock);
  final OwnPasswords own =
      new OwnPasswords(
          accounts,
          encoder,
          new PasswordRules(org.units()),
          throttle,
          sessions,
          trail,
          publisher,
          new TransactionTemplate(new JdbcTransactionManager(database)));

  Account account(String username, Role... roles) {
    var grants = java.util.stream.Stream.of(roles).map(role -> new Grant(role, org.commune().id()));
    return accounts.add(username, "Nguyễn Thị Lan", null, PASSWORD, false, grants.toList());
  }

  /// From somewhere in the office, by a browser that was never there.
  Ticket login(String username, String password) {
    return login(username, password, from("10.0.0.7"));
  }

  Ticket login(String username, String password, Origin from) {
    return (Ticket) authenticate(username, password, from).getPrincipal();
  }

  Authentication authenticate(String username, String password, Origin from) {
    var token = UsernamePasswordAuthenticationToken.unauthenticated(username, password);
    token.setDetails(from);
    return login.authenticate(token);
  }

  static Origin from(String address) {
    return new Origin(address, "Firefox", "");
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  <T> List<T> told(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

package vn.lantoa.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.testing.Eventually.eventually;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.schedule.Sweep;
import vn.lantoa.security.Accounts;
import vn.lantoa.testing.TestServer;

/// What earlier versions left behind, taken over by this one.
class UpgradeTest {

  private static final List<String> FROZEN = List.of("V0019");

  /// What a migration since then changes on purpose: table and last migration that may.
  private static final Map<String, String> REWRITTEN = Map.of();

  static List<FrozenDatabase> frozen() {
    return FROZEN.stream().map(FrozenDatabase::read).toList();
  }

  @ParameterizedTest
  @MethodSource("frozen")
  void keepsEveryRowAsItWas(FrozenDatabase frozen) {
    var database = frozen.load();
    var before = Rows.of(database);

    TestDatabase.migrate(database);

    var after = new HashMap<>(before.again(database).digests());
    var expected = new HashMap<>(before.digests());
    REWRITTEN.forEach((table, migration) -> {
      if (frozen.version().compareTo(migration) < 0) {
        expected.remove(table);
        after.remove(table);
      }
    });
    assertThat(expected).hasSizeGreaterThan(30);
    assertThat(after).isEqualTo(expected);
    assertThat(Ledger.of(database).miscounted()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("frozen")
  void becomesWhatAFreshDatabaseIs(FrozenDatabase frozen) {
    var database = frozen.load();

    TestDatabase.migrate(database);

    assertThat(Schema.of(database))
        .containsExactlyElementsOf(Schema.of(TestDatabase.create()))
        .hasSizeGreaterThan(300);
  }

  @ParameterizedTest
  @MethodSource("frozen")
  void whatWaitedIsSent(FrozenDatabase frozen) {
    var database = frozen.load();
    var waited = Ledger.of(database).open("PENDING", "CLAIMED");
    var onTheWire = Ledger.of(database).open("SENDING");
    assertThat(waited).hasSizeGreaterThan(30);
    assertThat(onTheWire).isNotEmpty();
    try (var server = start(frozen, database)) {
      var ledger = new Ledger(server.get(JdbcClient.class));

      letEverythingGoOn(server);
      // Longer than a lease of the node that is gone.
      server.moveTo(frozen.at().plus(Duration.ofMinutes(5)));

      eventually()
          .untilAsserted(() ->
              assertThat(ledger.statuses(waited)).containsOnly(Map.entry("SENT", waited.size())));
      // Nobody may say that these have not gone out.
      eventually()
          .untilAsserted(
              () -> assertThat(ledger.statuses(onTheWire)).containsOnlyKeys("UNCERTAIN"));
      assertThat(ledger.miscounted()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("frozen")
  void whatWasPlannedAndApprovedGoesOutAtItsMoment(FrozenDatabase frozen) {
    var database = frozen.load();
    var planned = Ledger.of(database).campaigns("APPROVED");
    assertThat(planned).isNotEmpty();
    try (var server = start(frozen, database)) {
      var ledger = new Ledger(server.get(JdbcClient.class));
      var campaigns = server.get(Campaigns.class);
      var accounts = server.get(Accounts.class);
      var submitted = campaigns.get(ledger.campaigns("SUBMITTED").getFirst());
      var author = accounts.get(submitted.authorId()).actor();
      var approver = accounts.byUsername(FilledOffice.APPROVER).orElseThrow().actor();

      assertThatThrownBy(
              () -> campaigns.approve(submitted.id(), campaigns.read(submitted.id()), author))
          .isInstanceOf(Refusal.class);
      campaigns.approve(submitted.id(), campaigns.read(submitted.id()), approver);
      letEverythingGoOn(server);
      var timing = submitted.waves().getFirst().timing();
      server.moveTo(timing.start().plusMinutes(1).atZone(timing.zone()).toInstant());
      server.get(Sweep.class).run();

      eventually()
          .until(() ->
              ledger.campaigns("FINISHED").containsAll(planned)
                  && ledger.campaigns("FINISHED").contains(submitted.id()));
      assertThat(ledger.sent(planned.getFirst())).isPositive();
      assertThat(ledger.sent(submitted.id())).isPositive();
      assertThat(ledger.miscounted()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("frozen")
  void whoMightMayAndWhatWasApprovedIs(FrozenDatabase frozen) {
    try (var server = start(frozen, frozen.load())) {
      var logins = server.get(AuthenticationProvider.class);

      assertThat(logins.authenticate(login(FilledOffice.SCHOOL_ACCOUNT)).isAuthenticated())
          .isTrue();
      assertThatThrownBy(() -> logins.authenticate(login(FilledOffice.GONE_ACCOUNT)))
          .isInstanceOf(BadCredentialsException.class);
      var approved = new Ledger(server.get(JdbcClient.class)).approvedItems();
      assertThat(approved).isNotEmpty();
      assertThat(
              server.get(ContentLibrary.class).items().stream()
                  .filter(ContentItem::isApproved)
                  .map(ContentItem::id))
          .containsExactlyInAnyOrderElementsOf(approved);
    }
  }

  @ParameterizedTest
  @MethodSource("frozen")
  void whatWasApprovedStaysSoAsLongAsNothingAnApproverSawChanges(FrozenDatabase frozen) {
    try (var server = start(frozen, frozen.load())) {
      var library = server.get(ContentLibrary.class);
      var officer = server.get(Accounts.class).byUsername(FilledOffice.APPROVER).orElseThrow();
      var id = new Ledger(server.get(JdbcClient.class)).approvedItems().getFirst();
      var before = library.get(id).current();
      var longer =
          before.markdown().replace("/" + before.validTo(), "/" + before.validTo().plusDays(1));
      assertThat(longer).isNotEqualTo(before.markdown());

      assertThat(library.take(id + ".md", before.markdown(), officer.actor()).changed()).isFalse();
      assertThat(library.get(id).isApproved()).isTrue();

      library.take(id + ".md", longer, officer.actor());
      assertThat(library.get(id).proposal()).isPresent();

      library.take(id + ".md", before.markdown(), officer.actor());
      assertThat(library.get(id).proposal()).isEmpty();
      assertThat(library.get(id).current().hash()).isEqualTo(before.hash());
    }
  }

  /// Today's program, at the moment at which the database was left.
  private static TestServer start(FrozenDatabase frozen, DataSource database) {
    var settings = new HashMap<>(TestDatabase.settings(database));
    settings.put("lantoa.clock-shift", frozen.shift().toString());
    // What became uncertain stays so while a test looks.
    settings.put("lantoa.delivery.look-up-every", "1h");
    settings.put("lantoa.calendar.quiet-hours", "src/test/resources/always-open.yaml");
    return TestServer.start(settings);
  }

  private static void letEverythingGoOn(TestServer server) {
    server.get(ChannelPauses.class).resume(Channel.EMAIL, Actor.SYSTEM);
    var campaigns = server.get(Campaigns.class);
    new Ledger(server.get(JdbcClient.class))
        .campaigns("PAUSED")
        .forEach(paused -> campaigns.resume(paused, campaigns.get(paused).version(), Actor.SYSTEM));
  }

  private static UsernamePasswordAuthenticationToken login(String username) {
    return new UsernamePasswordAuthenticationToken(username, FilledOffice.PASSWORD);
  }
}

package vn.lantoa.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;
import vn.lantoa.common.Channel;
import vn.lantoa.database.EmbeddedPostgres;

/// Everything the trials share: a folder that goes away again unless a trial failed, the stand-ins,
/// a PostgreSQL, and the desk that plans. Each trial brings its own recipients and its own nodes.
final class Bench implements AutoCloseable {

  /// A server that reads its log again after a kill.
  private static final Duration STARTING = Duration.ofMinutes(1);

  private final Path folder;
  private final int recipients;
  private final Duration lasting;
  private final Children children;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final StandIns standIns;
  private final SharedPostgres postgres;
  private final Desk desk;
  private final InstantSource clock = InstantSource.system();
  private final Nodes nodes;
  private final AtomicInteger desks = new AtomicInteger();
  private final AtomicInteger moreStandIns = new AtomicInteger();
  private volatile boolean isKept;

  private Bench(Path folder, int recipients, Duration lasting) throws IOException {
    this.folder = folder;
    this.recipients = recipients;
    this.lasting = lasting;
    EmbeddedPostgres.sharePrograms(folder.resolve("programs"));
    children = opened(new Children(Files.createDirectory(folder.resolve("logs"))));
    try {
      standIns = StandIns.start(children, folder, "stand-ins");
      postgres = opened(SharedPostgres.start(folder.resolve("postgres")));
      nodes = new Nodes(folder, children, standIns.settings());
      desk = opened(Desk.open(folder.resolve("desk"), nodes.settings(postgres)));
    } catch (RuntimeException | IOException e) {
      close();
      throw e;
    }
  }

  /// @param recipients of one trial; where a trial needs fewer, it takes fewer
  /// @param lasting how long a trial goes on that has no end of its own
  static Bench open(int recipients, Duration lasting) {
    try {
      return new Bench(Files.createTempDirectory("lantoa-faults"), recipients, lasting);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int recipients() {
    return recipients;
  }

  /// So many messages a second that a campaign to all recipients takes about so many seconds.
  int pace(int seconds) {
    return Math.max(2, recipients / seconds);
  }

  Duration lasting() {
    return lasting;
  }

  StandIns standIns() {
    return standIns;
  }

  SharedPostgres postgres() {
    return postgres;
  }

  Desk desk() {
    return desk;
  }

  Ledger ledger() {
    return new Ledger(postgres);
  }

  Nodes nodes() {
    return nodes;
  }

  Path folder() {
    return folder;
  }

  Instant now() {
    return clock.instant();
  }

  /// Providers besides those every trial has; whoever asks for them ends them.
  ///
  /// @param options of their command
  StandIns moreStandIns(String... options) {
    var name = "stand-ins-" + moreStandIns.incrementAndGet();
    return StandIns.start(children, folder, name, options);
  }

  /// Starts one on the shared database and does not wait for it.
  Node node(Map<String, Object> more) {
    return node(more, Map.of());
  }

  /// @param environment of its process
  Node node(Map<String, Object> more, Map<String, String> environment) {
    var settings = nodes.settings(postgres);
    settings.putAll(more);
    return nodes.start(settings, environment);
  }

  /// Another PostgreSQL; whoever asks for it ends it.
  SharedPostgres postgresOn(Path place) {
    return SharedPostgres.start(place);
  }

  /// A desk on another database; whoever asks for it ends it. It is beside the bench's own, in one
  /// process, so its scheduler needs another name: the sweep of a node fires what it plans.
  Desk deskOn(SharedPostgres database) {
    var name = "desk-" + desks.incrementAndGet();
    var settings = nodes.settings(database);
    settings.put("lantoa.schedule.name", name);
    return Desk.open(folder.resolve(name), settings);
  }

  Takings takings() {
    return new Takings(standIns.journal());
  }

  List<JournalEntry> journal(Sending sending) {
    return takings().of(sending);
  }

  int accepted(Sending sending) {
    return journal(sending).size();
  }

  Verdict verdict(Sending sending) {
    return Verdict.of(sending, ledger().of(sending), journal(sending));
  }

  List<Verdict> verdicts(List<Sending> sendings) {
    return sendings.stream().map(this::verdict).toList();
  }

  /// Whether the product has stopped using the channel.
  boolean isPaused(Channel channel) {
    return postgres
        .jdbc()
        .sql("select exists (select from channel_pause where channel = :channel)")
        .param("channel", channel.key())
        .query(Boolean.class)
        .single();
  }

  /// Between two trials: nothing goes wrong any more, and the clock is right.
  void calm() {
    standIns.clear(Channel.EMAIL, Channel.SMS, Channel.FACEBOOK);
    standIns.mail(Gate.Mode.PASS);
    standIns.web(Gate.Mode.PASS);
    postgres.gate().mode(Gate.Mode.PASS);
    // A trial that broke off may have left it just starting.
    Waiting.until(STARTING, postgres::answers);
    postgres.shiftClock(Duration.ZERO);
    postgres.jdbc().sql("truncate channel_pause").update();
    postgres
        .jdbc()
        .sql(
            """
            update provider_account
            set state = 'CLOSED', opened = 0, reason = '', rests_until = null, slowdown = 1
            """)
        .update();
  }

  /// Leaves the folder: who asks why a trial failed finds the database, the logs and the journal.
  void keep() {
    isKept = true;
  }

  /// What was opened last is closed first; what cannot be closed does not keep the rest open.
  @Override
  public void close() {
    // Nothing may still be using the database, or writing into the folder.
    children.close();
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        System.err.println(Words.of("cli.faults.not-closed", e.toString()));
      }
    }
    if (isKept) {
      System.err.println(Words.of("cli.faults.kept", folder.toString()));
      return;
    }
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      System.err.println(Words.of("cli.faults.not-closed", e.toString()));
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    opened.push(part);
    return part;
  }
}

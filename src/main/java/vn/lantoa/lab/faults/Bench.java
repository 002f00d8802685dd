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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;
import vn.lantoa.common.Channel;

/// Everything the trials share: a folder that goes away again, the stand-ins, a PostgreSQL, and the
/// desk that plans. Each trial brings its own recipients and its own nodes.
final class Bench implements AutoCloseable {

  private static final String QUIET_HOURS =
      """
      # Of the trials only: messages to nobody may leave at any hour.
      channels: {}
      others: {window: always, days: mon-sun, holidays: send}
      """;

  private final Path folder;
  private final int recipients;
  private final Duration lasting;
  private final Children children;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final StandIns standIns;
  private final SharedPostgres postgres;
  private final Desk desk;
  private final InstantSource clock = InstantSource.system();
  private final AtomicInteger nodes = new AtomicInteger();
  private final AtomicInteger desks = new AtomicInteger();
  private final AtomicInteger moreStandIns = new AtomicInteger();

  private Bench(Path folder, int recipients, Duration lasting) throws IOException {
    this.folder = folder;
    this.recipients = recipients;
    this.lasting = lasting;
    children = opened(new Children(Files.createDirectory(folder.resolve("logs"))));
    try {
      standIns = StandIns.start(children, folder, "stand-ins");
      postgres = opened(SharedPostgres.start(folder.resolve("postgres")));
      Desk.writeContent(folder.resolve("content"));
      Files.writeString(folder.resolve("quiet-hours.yaml"), QUIET_HOURS);
      desk = opened(Desk.open(folder.resolve("desk"), settings()));
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

  Children children() {
    return children;
  }

  Path folder() {
    return folder;
  }

  Instant now() {
    return clock.instant();
  }

  /// Of every node; a trial may say more.
  Map<String, Object> settings() {
    return settings(postgres);
  }

  /// Of a node on another database.
  Map<String, Object> settings(SharedPostgres database) {
    Map<String, Object> settings = new LinkedHashMap<>(standIns.settings());
    settings.putAll(database.settings());
    settings.put("lantoa.calendar.quiet-hours", folder.resolve("quiet-hours.yaml").toString());
    settings.put("lantoa.content.folder", folder.resolve("content").toString());
    settings.put("lantoa.secret", "only-for-trials-only-for-trials-0123");
    settings.put("lantoa.delivery.retry-base", "1s");
    settings.put("lantoa.delivery.retry-cap", "10s");
    settings.put("lantoa.delivery.idle", "200ms");
    for (var channel : List.of(Channel.EMAIL, Channel.SMS, Channel.FACEBOOK)) {
      settings.put("lantoa.channels." + channel + ".per-second", 60);
    }
    settings.put("spring.output.ansi.enabled", "never");
    settings.put("logging.level.vn.lantoa", "WARN");
    return settings;
  }

  /// Providers besides those every trial has; whoever asks for them ends them.
  ///
  /// @param options of their command
  StandIns moreStandIns(String... options) {
    var name = "stand-ins-" + moreStandIns.incrementAndGet();
    return StandIns.start(children, folder, name, options);
  }

  /// Starts one and does not wait for it.
  Node node(Map<String, Object> more) {
    return node(more, Map.of());
  }

  /// @param environment of its process
  Node node(Map<String, Object> more, Map<String, String> environment) {
    var settings = settings();
    settings.putAll(more);
    var data = newFolder();
    return Node.start(children, name(data), data, settings, environment);
  }

  /// Starts one on a data folder that is there already.
  Node nodeOn(Path data, Map<String, Object> settings) {
    return Node.start(children, name(data), data, settings, Map.of());
  }

  /// Starts one with a PostgreSQL of its own and does not wait for it. Whoever asks for it ends
  /// both.
  Node nodeOfItsOwn(Path data, Map<String, Object> more) {
    var settings = settings();
    settings.keySet().removeIf(setting -> setting.startsWith("lantoa.db."));
    settings.putAll(more);
    linkPrograms(data.resolve("postgres"));
    return nodeOn(data, settings);
  }

  /// For a node: not there yet.
  Path newFolder() {
    return folder.resolve("node-" + nodes.incrementAndGet());
  }

  /// Another PostgreSQL; whoever asks for it ends it.
  SharedPostgres postgresOn(Path place) {
    linkPrograms(place);
    return SharedPostgres.start(place);
  }

  /// A desk on another database; whoever asks for it ends it. It is beside the bench's own, in one
  /// process, so its scheduler needs another name: the sweep of a node fires what it plans.
  Desk deskOn(SharedPostgres database) {
    var name = "desk-" + desks.incrementAndGet();
    var settings = settings(database);
    settings.put("lantoa.schedule.name", name);
    return Desk.open(folder.resolve(name), settings);
  }

  /// The programs are unpacked once.
  private void linkPrograms(Path place) {
    try {
      Files.createDirectories(place);
      var link = place.resolve("programs");
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, folder.resolve("postgres").resolve("programs"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A second program on the folder of a node.
  Child intruder(Node node) {
    return children.start(
        "intruder", List.of("serve", "--data", node.data().toString(), "--port", "0"), Map.of());
  }

  /// What the stand-ins took of it so far.
  List<JournalEntry> journal(Sending sending) {
    return standIns.journal().of(sending.all());
  }

  int accepted(Sending sending) {
    return journal(sending).size();
  }

  boolean awaitAccepted(Sending sending, int messages, Duration most) {
    return Waiting.until(most, () -> accepted(sending) >= messages);
  }

  /// How long it took from that moment on until a message was taken again; twice `most` when none
  /// was by then.
  Duration awaitResumed(Sending sending, Instant from, Duration most) {
    var patience = most.multipliedBy(2);
    Waiting.until(patience, Duration.ofMillis(100), () -> resumed(sending, from).isPresent());
    return resumed(sending, from).orElse(patience);
  }

  /// How long after `from` the next message was taken; empty: none was. What was still on the wire
  /// at that moment arrives within a second and does not count.
  Optional<Duration> resumed(Sending sending, Instant from) {
    return journal(sending).stream()
        .map(JournalEntry::at)
        .filter(at -> at.isAfter(from.plusSeconds(1)))
        .findFirst()
        .map(at -> Duration.between(from, at));
  }

  Verdict verdict(Sending sending) {
    return Verdict.of(sending, ledger().of(sending), journal(sending));
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
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      System.err.println(Words.of("cli.faults.not-closed", e.toString()));
    }
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }

  private <T extends AutoCloseable> T opened(T part) {
    opened.push(part);
    return part;
  }
}

package vn.lantoa.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Node;
import vn.lantoa.database.DataDirectory;

/// This node's sign of life. Before the first one it looks whether the database is what this node
/// remembers; an old copy is held, so that what went out after the copy was made does not go out
/// again.
@Component
class Heartbeat implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  /// After this long without a sign a node counts as dead.
  static final Duration SILENCE = Duration.ofSeconds(30);

  /// Signs of life between two rises of the epoch: what is written to the disk each time.
  private static final int RISE_EVERY = 6;

  private final JdbcClient jdbc;
  private final Node node;
  private final InstantSource clock;
  private final EpochFile file;
  private long epoch;
  private long stored;
  private int beats;
  private volatile boolean running;

  Heartbeat(JdbcClient jdbc, Node node, DataDirectory data, InstantSource clock) {
    this.jdbc = jdbc;
    this.node = node;
    this.clock = clock;
    this.file = new EpochFile(data.path());
  }

  @Override
  public synchronized void start() {
    try {
      var kept = file.read();
      doubt(kept).ifPresent(this::hold);
      epoch = 1 + Math.max(kept.map(EpochFile.Kept::epoch).orElse(0L), recorded().orElse(0L));
      file.write(epoch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    jdbc.sql("update instance set cluster = :cluster").param("cluster", cluster()).update();
    jdbc.sql(
            """
            insert into node (id, host, version, started_at, seen_at, epoch)
            values (:id, :host, :version, lantoa_now(), lantoa_now(), :epoch)
            on conflict (id) do update set host = excluded.host, version = excluded.version,
              started_at = excluded.started_at, seen_at = excluded.seen_at, left_at = null, epoch = excluded.epoch
            """)
        .param("id", node.id())
        .param("host", host())
        .param("version", version())
        .param("epoch", epoch)
        .update();
    stored = epoch;
    running = true;
  }

  /// Why this database may be an old copy; empty: nothing speaks for it.
  private Optional<String> doubt(Optional<EpochFile.Kept> kept) {
    var known =
        jdbc.sql("select cluster from instance where cluster is not null")
            .query(String.class)
            .optional();
    if (known.isPresent() && !known.get().equals(cluster())) {
      return Optional.of("loaded-elsewhere");
    }
    if (kept.isEmpty() || (known.isEmpty() && isEmpty())) {
      return Optional.empty();
    }
    if (!kept.get().here()) {
      return Optional.of("folder-copied");
    }
    // The file is written first, so it may be ahead by one.
    boolean behind = recorded().orElse(0L) < kept.get().epoch() - 1;
    return behind ? Optional.of("older-than-the-folder") : Optional.empty();
  }

  /// Nothing was ever planned in it: nothing can go out of it twice. So it is when a folder gets
  /// another database to begin with, or its own one was thrown away.
  private boolean isEmpty() {
    return jdbc.sql("select not exists (select from campaign)").query(Boolean.class).single();
  }

  private void hold(String reason) {
    log.warn(
        "The database looks like a restored copy ({}): nothing is sent until an administrator says so in the console",
        reason);
    jdbc.sql(
            "update instance set held_since = coalesce(held_since, lantoa_now()), held_reason = :reason")
        .param("reason", reason)
        .update();
  }

  private Optional<Long> recorded() {
    return jdbc.sql("select epoch from node where id = :id")
        .param("id", node.id())
        .query(Long.class)
        .optional();
  }

  private String cluster() {
    return jdbc.sql("select system_identifier::text from pg_control_system()")
        .query(String.class)
        .single();
  }

  @Scheduled(fixedDelayString = "${lantoa.cluster.beat-every:5s}", initialDelayString = "5s")
  synchronized void beat() throws IOException {
    if (!running) {
      return;
    }
    // One ahead of the database at most, or an outage of the database would look like an old copy.
    if (++beats % RISE_EVERY == 0 && epoch == stored) {
      file.write(++epoch);
    }
    jdbc.sql(
            """
            update node set seen_at = lantoa_now(), left_at = null, epoch = :epoch,
              skew = :clock::timestamptz - lantoa_now()
            where id = :id
            """)
        .param("id", node.id())
        .param("epoch", epoch)
        .param("clock", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    stored = epoch;
  }

  @Override
  public synchronized void stop() {
    running = false;
    try {
      jdbc.sql("update node set left_at = lantoa_now() where id = :id")
          .param("id", node.id())
          .update();
    } catch (RuntimeException e) {
      log.warn("Could not say goodbye to the database: {}", e.toString());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before anything can be sent, and after everything has been.
  @Override
  public int getPhase() {
    return -1000;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }

  private static String version() {
    var version = Heartbeat.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}

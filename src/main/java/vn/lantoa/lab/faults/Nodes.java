package vn.lantoa.lab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lantoa.common.Channel;

/// Starts the nodes of the trials, and says what every one of them is told.
final class Nodes {

  private static final String QUIET_HOURS =
      """
      # Of the trials only: messages to nobody may leave at any hour.
      channels: {}
      others: {window: always, days: mon-sun, holidays: send}
      """;

  private final Path folder;
  private final Children children;
  private final Map<String, Object> providers;
  private final AtomicInteger number = new AtomicInteger();

  /// @param folder for their data, each below it
  /// @param providers where they are
  Nodes(Path folder, Children children, Map<String, Object> providers) throws IOException {
    this.folder = folder;
    this.children = children;
    this.providers = providers;
    TrialContent.write(folder.resolve("content"));
    Files.writeString(folder.resolve("quiet-hours.yaml"), QUIET_HOURS);
  }

  /// What a node on that database is told; a trial may say more.
  Map<String, Object> settings(SharedPostgres database) {
    var settings = settings();
    settings.putAll(database.settings());
    return settings;
  }

  /// Starts one and does not wait for it.
  ///
  /// @param environment of its process
  Node start(Map<String, Object> settings, Map<String, String> environment) {
    var data = newFolder();
    return Node.start(children, name(data), data, settings, environment);
  }

  /// Starts one on a data folder that is there already.
  Node startOn(Path data, Map<String, Object> settings) {
    return Node.start(children, name(data), data, settings, Map.of());
  }

  /// Starts one with a PostgreSQL of its own and does not wait for it. Whoever asks for it ends
  /// both.
  Node startOfItsOwn(Path data, Map<String, Object> more) {
    var settings = settings();
    settings.putAll(more);
    return startOn(data, settings);
  }

  /// A second program on the folder of a node.
  Child intruder(Node node) {
    return children.start(
        "intruder", List.of("serve", "--data", node.data().toString(), "--port", "0"), Map.of());
  }

  /// For a node: not there yet.
  Path newFolder() {
    return folder.resolve("node-" + number.incrementAndGet());
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>(providers);
    settings.put("lantoa.calendar.quiet-hours", folder.resolve("quiet-hours.yaml").toString());
    settings.put("lantoa.content.folder", folder.resolve("content").toString());
    // Its own: two benches in one process would take each other's scheduler.
    settings.put("lantoa.schedule.name", name(folder));
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

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}

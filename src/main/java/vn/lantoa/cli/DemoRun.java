package vn.lantoa.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import vn.lantoa.database.DataDirectory;
import vn.lantoa.database.EmbeddedPostgres;

/// What a demo remembers over its own death: which campaign it was sending and to how many. A run
/// that ended in order forgets it, so the next one starts afresh; after a kill the next one goes on
/// where the ledger stands.
record DemoRun(long campaign, int recipients) {

  private static final String FILE = "demo.properties";

  /// Makes the data folder ready: left as it is for an interrupted run of the same size, emptied
  /// otherwise.
  static Optional<DemoRun> prepare(Path data, int recipients) {
    try (var folder = DataDirectory.open(data)) {
      var interrupted = read(data).filter(run -> run.recipients() == recipients);
      if (interrupted.isEmpty()) {
        forget(data);
        EmbeddedPostgres.wipe(folder.folder("postgres"));
      }
      return interrupted;
    } catch (IOException e) {
      throw new vn.lantoa.common.StartupFailure(
          "data-not-writable", data, String.valueOf(e.getMessage()));
    }
  }

  /// Before anything is sent, so that no message can be forgotten.
  void remember(Path data) throws IOException {
    var properties = new Properties();
    properties.setProperty("campaign", String.valueOf(campaign));
    properties.setProperty("recipients", String.valueOf(recipients));
    var unfinished = data.resolve(FILE + ".tmp");
    try (var out = Files.newOutputStream(unfinished)) {
      properties.store(out, "An interrupted demo; the next start goes on with it.");
    }
    Files.move(
        unfinished,
        data.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static void forget(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(FILE));
  }

  private static Optional<DemoRun> read(Path data) throws IOException {
    var file = data.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (var in = Files.newInputStream(file)) {
      properties.load(in);
    }
    return Optional.of(
        new DemoRun(
            Long.parseLong(properties.getProperty("campaign")),
            Integer.parseInt(properties.getProperty("recipients"))));
  }
}

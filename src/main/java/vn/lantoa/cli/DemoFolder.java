package vn.lantoa.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vn.lantoa.common.StartupFailure;
import vn.lantoa.database.DataDirectory;
import vn.lantoa.database.EmbeddedPostgres;

/// The data folder of a demo: marked as one, so that a demo never empties anybody else's, and
/// nobody serves real people from a demo's, whose passwords are known.
final class DemoFolder {

  private static final String QUIET_HOURS = "quiet-hours.yaml";
  private static final String ALWAYS_OPEN =
      """
      # Of the demo only: messages to nobody may leave at any hour.
      channels: {}
      others: {window: always, days: mon-sun, holidays: send}
      """;

  /// Not what the demo leaves behind: the lock says nothing, the programs cost seconds to unpack.
  private static final Set<String> KEPT = Set.of(DataDirectory.LOCK, "postgres", DemoRun.FILE);

  private DemoFolder() {}

  /// @throws StartupFailure `demo-folder-foreign` when it holds what no demo has left there
  static void refuseForeign(Path folder) {
    try {
      if (!Files.exists(folder) || isOne(folder)) {
        return;
      }
      var found = names(folder);
      found.remove(DataDirectory.LOCK);
      if (!found.isEmpty()) {
        throw new StartupFailure(
            "demo-folder-foreign",
            folder.toAbsolutePath().normalize(),
            found.stream().sorted().limit(3).collect(Collectors.joining(", ")));
      }
    } catch (IOException e) {
      throw DataDirectory.notWritable(folder.toAbsolutePath().normalize(), e);
    }
  }

  /// For a server that is no demo.
  ///
  /// @throws StartupFailure `demo-folder`
  static void refuseDemo(Path folder) {
    try {
      if (isOne(folder)) {
        throw new StartupFailure("demo-folder", folder.toAbsolutePath().normalize());
      }
    } catch (IOException e) {
      throw DataDirectory.notWritable(folder.toAbsolutePath().normalize(), e);
    }
  }

  /// Makes it ready: as the last demo left it, or empty.
  ///
  /// @param asked how many recipients; null: nobody said
  /// @param fresh empty, whatever there is
  static DemoStart prepare(DataDirectory folder, @Nullable Integer asked, boolean fresh) {
    try {
      var last = DemoRun.last(folder.path());
      var start = DemoStart.after(last, asked, fresh);
      if (!start.goesOn()) {
        // First the mark: who is killed from here on leaves a folder that is still a demo's.
        start.run().remember(folder.path());
        empty(folder);
      }
      Files.writeString(folder.path().resolve(QUIET_HOURS), ALWAYS_OPEN);
      return start;
    } catch (IOException e) {
      throw DataDirectory.notWritable(folder.path(), e);
    }
  }

  static Path quietHours(Path folder) {
    return folder.resolve(QUIET_HOURS);
  }

  private static void empty(DataDirectory folder) throws IOException {
    EmbeddedPostgres.wipe(folder.folder("postgres"));
    for (var name : names(folder.path())) {
      if (!KEPT.contains(name)) {
        FileSystemUtils.deleteRecursively(folder.path().resolve(name));
      }
    }
  }

  /// Older demos left no mark, but quiet hours of their own.
  private static boolean isOne(Path folder) throws IOException {
    var quietHours = folder.resolve(QUIET_HOURS);
    return Files.exists(folder.resolve(DemoRun.FILE))
        || Files.isRegularFile(quietHours)
            && firstLine(quietHours).equals(ALWAYS_OPEN.lines().findFirst());
  }

  private static Optional<String> firstLine(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.findFirst();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
    }
  }
}

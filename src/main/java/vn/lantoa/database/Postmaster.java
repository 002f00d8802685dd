package vn.lantoa.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The file in which a running PostgreSQL says who it is. It outlives a server that was killed, and
/// by then its number may belong to any process: in a container that is started again, even to a
/// thread of ours. Whoever stops "the server of that number" without looking stops a stranger.
final class Postmaster {

  private final Path cluster;
  private final Path file;

  Postmaster(Path cluster) {
    this.cluster = cluster;
    this.file = cluster.resolve("postmaster.pid");
  }

  /// Whether the server of this cluster runs, as far as can be told.
  boolean runs() throws IOException {
    var process = process();
    return process.isPresent() && !isBuried(process.get()) && isOurs(process.get());
  }

  /// Takes the file away when its number belongs to somebody else, or to a server that has ended
  /// and was not buried (in a container without an init): PostgreSQL would take either for a
  /// running one. A number that belongs to nobody is PostgreSQL's own affair.
  void forgetDead() throws IOException {
    var process = process();
    if (process.isPresent() && (isBuried(process.get()) || !isOurs(process.get()))) {
      Files.deleteIfExists(file);
    }
  }

  private Optional<ProcessHandle> process() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var number = Files.readAllLines(file).stream().findFirst().orElse("").strip();
    return number.matches("\\d{1,10}")
        ? ProcessHandle.of(Long.parseLong(number)).filter(ProcessHandle::isAlive)
        : Optional.empty();
  }

  private static boolean isBuried(ProcessHandle process) throws IOException {
    var status = Path.of("/proc", Long.toString(process.pid()), "stat");
    return Files.exists(status) && Files.readString(status).contains(") Z ");
  }

  /// Where nothing can be learnt about the process it is taken for the server: it is asked to stop
  /// then, as the file says.
  private boolean isOurs(ProcessHandle process) {
    var program = process.info().command().map(Path::of).map(Path::getFileName).map(Path::toString);
    if (program.isPresent() && !program.get().matches("postgres(\\.exe)?( \\(deleted\\))?")) {
      return false;
    }
    var arguments = process.info().arguments().orElse(new String[0]);
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals("-D")) {
        return isSame(Path.of(arguments[i + 1]));
      }
    }
    return true;
  }

  private boolean isSame(Path folder) {
    try {
      return Files.isSameFile(folder, cluster);
    } catch (IOException _) {
      // It is not there any more.
      return false;
    }
  }
}

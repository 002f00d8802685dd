package vn.lantoa.database;

import java.io.File;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// The files of one PostgreSQL server, and the programs that make, start and stop it. Use it only
/// while holding the data folder: then a server that runs on these files is nobody else's.
final class PostgresCluster {

  private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);

  /// Processes of a server that was killed hold its memory a moment longer than it.
  private static final int STARTS = 10;

  private final PostgresBinaries binaries;
  private final Path files;
  private final Path logFile;
  private final Postmaster postmaster;

  private PostgresCluster(PostgresBinaries binaries, Path folder) {
    this.binaries = binaries;
    this.files = folder.resolve("cluster");
    this.logFile = folder.resolve("postgres.log");
    this.postmaster = new Postmaster(files);
  }

  static PostgresCluster in(Path folder) throws IOException {
    var shared = System.getProperty(EmbeddedPostgres.PROGRAMS);
    var programs = shared == null ? folder.resolve("programs") : Path.of(shared).toAbsolutePath();
    return new PostgresCluster(PostgresBinaries.in(programs), folder);
  }

  /// Makes the files on first use: beside, and then in their place, so that they are whole or not
  /// there, whenever the program is killed.
  void initialise(String superuser, Path passwordFile) throws IOException {
    if (Files.exists(files.resolve("PG_VERSION"))) {
      return;
    }
    var draft = files.resolveSibling("cluster.new");
    FileSystemUtils.deleteRecursively(draft);
    execute(
        List.of(
            binaries.program("initdb"),
            "-D",
            draft.toString(),
            "-U",
            superuser,
            "-A",
            "scram-sha-256",
            "--pwfile=" + passwordFile,
            "-E",
            "UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8"));
    Files.move(draft, files, StandardCopyOption.ATOMIC_MOVE);
  }

  void start(String options) throws IOException {
    for (int tries = 1; ; tries++) {
      postmaster.forgetDead();
      long from = Files.exists(logFile) ? Files.size(logFile) : 0;
      try {
        pgCtl(List.of("start", "-w", "-t", "60", "-l", logFile.toString(), "-o", options));
        return;
      } catch (IOException e) {
        var why = lastFatal(from);
        if (!why.contains("shared memory block") || tries == STARTS) {
          throw why.isEmpty() ? e : new IOException(why, e);
        }
        pause();
      }
    }
  }

  void stop() throws IOException {
    stop("fast");
  }

  /// A server whose program was killed goes on by itself.
  void stopOrphan() throws IOException {
    if (!postmaster.runs()) {
      return;
    }
    try {
      stop("fast");
    } catch (IOException e) {
      log.warn(
          "The PostgreSQL an earlier run left behind does not stop in order: {}", e.toString());
      // As after a power cut: nothing that was committed is lost.
      stop("immediate");
    }
    log.info("Stopped the PostgreSQL an earlier run had left behind");
  }

  private void stop(String mode) throws IOException {
    pgCtl(List.of("stop", "-m", mode, "-w", "-t", "60"));
  }

  void delete() throws IOException {
    FileSystemUtils.deleteRecursively(files);
    FileSystemUtils.deleteRecursively(files.resolveSibling("cluster.new"));
  }

  /// What the server itself said since then about why it does not start.
  private String lastFatal(long from) throws IOException {
    if (!Files.exists(logFile)) {
      return "";
    }
    try (var channel = FileChannel.open(logFile).position(from);
        var in = Channels.newInputStream(channel)) {
      var said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return said.lines()
          .filter(line -> line.matches(".*\\b(FATAL|PANIC):\\s.*"))
          .reduce((_, last) -> last)
          .map(line -> line.replaceFirst(".*\\b(FATAL|PANIC):\\s+", ""))
          .orElse("");
    }
  }

  private void pgCtl(List<String> arguments) throws IOException {
    var command = new ArrayList<>(List.of(binaries.program("pg_ctl"), "-D", files.toString()));
    command.addAll(arguments);
    execute(command);
  }

  private static void execute(List<String> command) throws IOException {
    var whole = new ArrayList<String>();
    if (isRoot()) {
      // PostgreSQL refuses to run as root; in a user namespace of its own we are nobody.
      whole.addAll(List.of("unshare", "-U"));
    }
    whole.addAll(command);
    // A file and not a pipe: the server inherits it and would keep a pipe open for ever.
    var output = Files.createTempFile("lantoa-postgres", ".log");
    try {
      var process =
          new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(new File(PostgresBinaries.isWindows() ? "NUL" : "/dev/null"))
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("no answer within 120 s: " + command.getFirst());
      }
      if (process.exitValue() != 0) {
        throw new IOException(Files.readString(output).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root") && !PostgresBinaries.isWindows();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}

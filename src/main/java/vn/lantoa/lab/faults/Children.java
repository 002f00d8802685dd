package vn.lantoa.lab.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.lantoa.database.EmbeddedPostgres;

/// The processes the bench started: the same program on the same Java. None outlives the bench.
final class Children implements AutoCloseable {

  static final String PROGRAM = "vn.lantoa.cli.Lantoa";

  private final Set<Child> all = ConcurrentHashMap.newKeySet();
  private final Path logs;

  Children(Path logs) {
    this.logs = logs;
  }

  /// @param name of the log
  Child start(String name, List<String> arguments, Map<String, String> environment) {
    var java = java();
    var command = new ArrayList<>(heedingInterrupts());
    command.addAll(java);
    command.addAll(QuickStart.of(java, classPath()));
    sharedPrograms().ifPresent(command::add);
    command.add(PROGRAM);
    command.addAll(arguments);
    var child = Child.start(command, environment, logs.resolve(name + ".log"));
    all.add(child);
    return child;
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  @Override
  public void close() {
    all.forEach(Child::kill);
  }

  /// Who was started in the background by a shell ignores Ctrl-C, and its children would, too.
  private static List<String> heedingInterrupts() {
    try (var status = Files.lines(Path.of("/proc/self/status"))) {
      boolean ignored =
          status
              .filter(line -> line.startsWith("SigIgn:"))
              .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
      return ignored ? List.of("env", "--default-signal=INT") : List.of();
    } catch (IOException _) {
      return List.of();
    }
  }

  static Optional<String> sharedPrograms() {
    return Optional.ofNullable(System.getProperty(EmbeddedPostgres.PROGRAMS))
        .map(place -> "-D" + EmbeddedPostgres.PROGRAMS + "=" + place);
  }

  /// That of this process, without its tests: they bring a clock of their own.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}

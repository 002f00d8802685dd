package vn.lantoa.lab.faults;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The processes the bench started: the same program on the same Java. None outlives the bench.
final class Children implements AutoCloseable {

  private final Set<Child> all = ConcurrentHashMap.newKeySet();
  private final Path logs;

  Children(Path logs) {
    this.logs = logs;
  }

  /// @param name of the log
  Child start(String name, List<String> arguments, Map<String, String> environment) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(),
            "vn.lantoa.cli.Lantoa"));
    command.addAll(arguments);
    var child = Child.start(command, environment, logs.resolve(name + ".log"));
    all.add(child);
    return child;
  }

  @Override
  public void close() {
    all.forEach(Child::kill);
  }

  /// That of this process, without its tests: they bring a clock of their own.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}

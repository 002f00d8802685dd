package vn.lantoa.lab.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.lantoa.common.FileLocks;

/// Lets the same program start in two thirds of the time, many times over: its classes are put into
/// a jar, since Java keeps nothing of folders, and what one start has loaded and linked is kept for
/// the others (JEP 514). Made once for one build, beside the classes, by whoever needs it first;
/// who comes meanwhile, and where it cannot be made, starts as before.
final class QuickStart {

  private static final Logger log = LoggerFactory.getLogger(QuickStart.class);

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /// Starts all there is, and ends.
  private static final List<String> WHOLE_START =
      List.of("demo", "--recipients", "60", "--exit", "--port", "0");

  private QuickStart() {}

  /// @param java what every start of the program begins with, up to the class path
  /// @param classPath of the program
  /// @return the rest up to the class path, and the class path
  static List<String> of(List<String> java, String classPath) {
    var entries =
        Stream.of(classPath.split(File.pathSeparator)).filter(entry -> !entry.isEmpty()).toList();
    var folders = entries.stream().map(Path::of).filter(Files::isDirectory).toList();
    if (folders.size() != 1) {
      return List.of("-cp", classPath);
    }
    try {
      return of(java, folders.getFirst(), entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> of(List<String> java, Path classes, List<String> entries)
      throws IOException {
    var place =
        Files.createDirectories(
            classes.resolveSibling("quick-start").resolve(build(classes)).toAbsolutePath());
    var jar = place.resolve("classes.jar");
    var kept = place.resolve("start.aot");
    var classPath =
        entries.stream()
            .map(entry -> Path.of(entry).equals(classes) ? jar.toString() : entry)
            .collect(Collectors.joining(File.pathSeparator));
    if (!Files.exists(kept)) {
      make(java, classes, jar, kept, classPath);
    }
    return Files.exists(kept)
        ? List.of("-XX:AOTCache=" + kept, "-Xlog:aot=off", "-Xlog:cds=off", "-cp", classPath)
        : List.of("-cp", String.join(File.pathSeparator, entries));
  }

  /// What changes with every compilation.
  private static String build(Path classes) throws IOException {
    try (var files = Files.walk(classes)) {
      long sum =
          files
              .filter(Files::isRegularFile)
              .mapToLong(file ->
                  31L * file.toString().hashCode()
                      + file.toFile().lastModified()
                      + file.toFile().length())
              .sum();
      return Long.toHexString(sum);
    }
  }

  private static void make(List<String> java, Path classes, Path jar, Path kept, String classPath)
      throws IOException {
    try (var file =
            FileChannel.open(
                jar.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = FileLocks.tryLock(file)) {
      if (lock == null || Files.exists(kept)) {
        return;
      }
      pack(classes, jar);
      var begun = kept.resolveSibling("begun.aot");
      var data = Files.createTempDirectory("quick-start");
      var command = new ArrayList<>(java);
      command.addAll(List.of("-XX:AOTCacheOutput=" + begun, "-cp", classPath));
      Children.sharedPrograms().ifPresent(command::add);
      command.add(Children.PROGRAM);
      command.addAll(WHOLE_START);
      var child =
          Child.start(
              command, Map.of("LANTOA_DATA", data.toString()), kept.resolveSibling("start.log"));
      try {
        if (child.awaitEnd(PATIENCE) && child.process().exitValue() == 0) {
          Files.move(begun, kept, StandardCopyOption.ATOMIC_MOVE);
        } else {
          log.warn("nothing is kept of a start: see {}", child.log());
        }
      } finally {
        child.kill();
        SharedPostgres.killCluster(data.resolve("postgres"));
        FileSystemUtils.deleteRecursively(data);
      }
    }
  }

  /// With its folders: the program lists what lies in some of them.
  private static void pack(Path classes, Path jar) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      out.setLevel(0);
      for (var file : files.filter(one -> !one.equals(classes)).sorted().toList()) {
        boolean folder = Files.isDirectory(file);
        var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new ZipEntry(folder ? name + "/" : name));
        if (!folder) {
          Files.copy(file, out);
        }
        out.closeEntry();
      }
    }
  }
}

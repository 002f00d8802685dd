package vn.lantoa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One file of the program's own text, for the tests that keep rules about it.
///
/// @param path below the folder that was asked for, with `/`: of Java, that of the root package
public record SourceFile(String path, String text) {
  private static final Path MAIN = Path.of("src/main/java/vn/lantoa");
  private static final Path TEST = Path.of("src/test/java/vn/lantoa");

  /// What is compiled into the program.
  public static List<SourceFile> main() {
    return below(MAIN, ".java");
  }

  public static List<SourceFile> test() {
    return below(TEST, ".java");
  }

  /// The package below the root, as `lab.faults`; empty for the root itself.
  public String packageName() {
    int end = path.lastIndexOf('/');
    return end < 0 ? "" : path.substring(0, end).replace('/', '.');
  }

  public int lines() {
    return (int) text.lines().count();
  }

  /// Those whose name ends so; none where there is no such folder.
  public static List<SourceFile> below(Path root, String ending) {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .map(file -> read(root, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path root, Path file) {
    try {
      return new SourceFile(
          root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package vn.lantoa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One file of the program's own text, for the tests that keep rules about it.
///
/// @param path below the folder that was asked for, with `/`: of Java, that of the root package
public record SourceFile(String path, String text) {
  private static final Path MAIN = Path.of("src/main/java/vn/lantoa");
  private static final Path TEST = Path.of("src/test/java/vn/lantoa");
  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\\n(.*?)\"\"\"", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)+)\"");
  private static final Pattern STATEMENT =
      Pattern.compile("\\s*(--.*\\n\\s*)*(select|insert|update|delete|with)\\s.*", Pattern.DOTALL);

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

  /// What in it is a statement of SQL.
  public List<String> statements() {
    return Stream.concat(
            TEXT_BLOCK.matcher(text).results(),
            LITERAL.matcher(TEXT_BLOCK.matcher(text).replaceAll("")).results())
        .map(found -> found.group(1))
        .filter(words -> STATEMENT.matcher(words).matches())
        .toList();
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

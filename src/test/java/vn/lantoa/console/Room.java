package vn.lantoa.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;
import vn.lantoa.testing.SourceFile;

/// One room of the console as it lies in the tree: its package and its templates.
///
/// @param allowed the modules its package says it may use, itself and the frame
/// @param sources its own Java
/// @param templates its own pages and their parts
record Room(
    String name, Set<String> allowed, List<SourceFile> sources, List<SourceFile> templates) {

  static final String FRAME = "frame";
  private static final Path PACKAGES = Path.of("src/main/java/vn/lantoa/console");
  private static final Path TEMPLATES = Path.of("src/main/jte/console");

  static List<Room> all() {
    return names(PACKAGES).map(Room::of).toList();
  }

  private static Room of(String name) {
    return new Room(
        name,
        allowed(name),
        SourceFile.below(PACKAGES.resolve(name), ".java"),
        SourceFile.below(TEMPLATES.resolve(name), ".jte"));
  }

  /// What lies in the folder, by name.
  static Stream<String> names(Path folder) {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasPages() {
    return sources.stream().anyMatch(file -> file.text().contains("@Controller"));
  }

  /// All its text.
  Stream<SourceFile> files() {
    return Stream.concat(sources.stream(), templates.stream());
  }

  private static Set<String> allowed(String name) {
    try {
      var module =
          Class.forName("vn.lantoa.console." + name + ".package-info")
              .getPackage()
              .getAnnotation(ApplicationModule.class);
      return Stream.concat(
              Stream.of(module.allowedDependencies()),
              Stream.of("console." + name, "console." + FRAME))
          .collect(java.util.stream.Collectors.toUnmodifiableSet());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}

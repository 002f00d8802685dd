package vn.lantoa.lab.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A disk of memory that is soon full.
final class SmallDisk implements AutoCloseable {

  private static final int BLOCK = 64 * 1024;

  private final Path folder;

  /// @throws Skipped where only root may mount, and we are not root
  SmallDisk(Path folder, int megabytes) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      if (run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())
          != 0) {
        throw new Skipped("needs-root");
      }
    } catch (IOException _) {
      throw new Skipped("needs-root");
    }
  }

  Path folder() {
    return folder;
  }

  /// To the last byte.
  void fill() {
    var block = new byte[BLOCK];
    try (var out =
        Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException _) {
      // Full.
    }
  }

  void free() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new BenchFailure("broke-off", e);
    }
  }

  @Override
  public void close() {
    try {
      run("umount", "-l", folder.toString());
    } catch (IOException e) {
      throw new BenchFailure("broke-off", e);
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  private static int run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).start().waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted");
    }
  }
}

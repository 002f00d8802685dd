package vn.lantoa.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;
import vn.lantoa.common.StartupFailure;

/// The PostgreSQL programs of the jar for this platform, unpacked once: into the data folder, which
/// so has all it needs, or to where several data folders share them.
///
/// @param home holds `bin`, `lib`, `share`
record PostgresBinaries(Path home) {

  private static final String UNPACKING = "unpacking";

  private static final Set<PosixFilePermission> EXECUTABLE =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /// Unpacks into this folder, or takes what an earlier start left there.
  static PostgresBinaries in(Path home) throws IOException {
    if (!Files.isDirectory(home)) {
      unpackOnce(home, Objects.requireNonNull(home.toAbsolutePath().getParent()));
    }
    return new PostgresBinaries(home);
  }

  /// Whoever comes meanwhile, in this process or another, waits.
  private static synchronized void unpackOnce(Path home, Path parent) throws IOException {
    Files.createDirectories(parent);
    try (var channel = FileChannel.open(parent.resolve("programs.lock"), CREATE, WRITE);
        var _ = channel.lock()) {
      if (Files.isDirectory(home)) {
        return;
      }
      deleteUnfinished(parent);
      var unfinished = Files.createTempDirectory(parent, UNPACKING);
      var archive = "/" + archiveName();
      try (var stream = PostgresBinaries.class.getResourceAsStream(archive)) {
        if (stream == null) {
          throw new StartupFailure("postgres-no-binaries", platform());
        }
        unpack(stream, unfinished);
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /// What a start that was killed left half unpacked.
  private static void deleteUnfinished(Path parent) throws IOException {
    try (var left = Files.newDirectoryStream(parent, UNPACKING + "*")) {
      for (var folder : left) {
        FileSystemUtils.deleteRecursively(folder);
      }
    }
  }

  String program(String name) {
    return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name).toString();
  }

  static boolean isWindows() {
    return platform().startsWith("windows");
  }

  private static String archiveName() {
    return "postgres-" + platform() + ".txz";
  }

  private static String platform() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var arm = System.getProperty("os.arch").equals("aarch64");
    if (system.startsWith("windows")) {
      return "windows-x86_64";
    }
    return (system.startsWith("mac") ? "darwin-" : "linux-") + (arm ? "arm_64" : "x86_64");
  }

  private static void unpack(InputStream stream, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(stream)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("An entry leads out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          if (!isWindows() && (entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, EXECUTABLE);
          }
        }
      }
    }
  }
}

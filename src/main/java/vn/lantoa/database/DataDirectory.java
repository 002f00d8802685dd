package vn.lantoa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import vn.lantoa.common.FileLocks;
import vn.lantoa.common.StartupFailure;

/// The folder everything that must survive a restart lives in, held by one process at a time. The
/// operating system drops the lock when the process dies, however it dies.
public final class DataDirectory implements AutoCloseable {

  /// There as soon as somebody has held the folder, whatever became of it.
  public static final String LOCK = "lock";

  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// @throws StartupFailure `data-in-use` when another process holds it, `data-not-writable`
  public static DataDirectory open(Path path) {
    var absolute = path.toAbsolutePath().normalize();
    try {
      createPrivate(absolute);
      var channel =
          FileChannel.open(
              absolute.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (FileLocks.tryLock(channel) == null) {
        channel.close();
        throw new StartupFailure("data-in-use", absolute);
      }
      closeFiles(absolute);
      return new DataDirectory(absolute, channel);
    } catch (IOException e) {
      throw notWritable(absolute, e);
    }
  }

  /// As a sentence for the person at the keyboard.
  public static StartupFailure notWritable(Path folder, IOException e) {
    // Java gives the name of the file alone as the reason of these.
    var why =
        switch (e) {
          case AccessDeniedException _ -> e.getMessage() + ": permission denied";
          case FileAlreadyExistsException _ -> e.getMessage() + ": not a folder";
          case NotDirectoryException _ -> e.getMessage() + ": not a folder";
          case NoSuchFileException _ -> e.getMessage() + ": cannot be made";
          default -> String.valueOf(e.getMessage());
        };
    return new StartupFailure("data-not-writable", folder, why);
  }

  public Path path() {
    return path;
  }

  /// A folder below it that only this user may enter.
  public Path folder(String name) {
    try {
      return createPrivate(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes the folder, closed to everybody else where the file system knows of such things.
  static Path createPrivate(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    return folder;
  }

  /// Passwords, keys and what nodes remember is nobody else's, also where an earlier program or a
  /// copy left it readable. What lies deeper is closed by its folder.
  static void closeFiles(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        DurableFile.closeToOthers(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

package vn.lantoa.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes what nobody else may read: wholly or not at all, and on the disk before anybody uses it.
public final class SecretFile {

  private SecretFile() {}

  public static void write(Path file, byte[] secret) {
    try {
      var folder = Files.createDirectories(file.toAbsolutePath().getParent());
      var draft = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".new");
      if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(draft, secret);
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

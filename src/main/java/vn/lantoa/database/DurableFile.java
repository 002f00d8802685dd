package vn.lantoa.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A small file of the data folder that is there whole or not at all, whenever the program is
/// killed or the power goes: written beside, brought to the disk, then put in its place.
public final class DurableFile {

  private DurableFile() {}

  /// Only this user may read it.
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The same, for what is no text. The folder is made where it is missing.
  public static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft);
    closeToOthers(draft);
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    move(draft, file);
  }

  /// The last two steps for a file that was written piece by piece.
  public static void putInPlace(Path draft, Path file) throws IOException {
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    move(draft, file);
  }

  private static void move(Path draft, Path file) throws IOException {
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Only this user may read and write it from now on, where the file system knows of such things.
  static void closeToOthers(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /// What the file holds; `made` is written and given where it is missing, or empty: an older
  /// program that was killed while it wrote left it so.
  static String readOrWrite(Path file, String made) throws IOException {
    var kept = Files.exists(file) ? Files.readString(file).strip() : "";
    if (!kept.isEmpty()) {
      return kept;
    }
    write(file, made);
    return made;
  }
}

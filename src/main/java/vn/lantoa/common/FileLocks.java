package vn.lantoa.common;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/// A lock on a file is refused with an exception to another thread of the program, and with nothing
/// to another program.
public final class FileLocks {

  private FileLocks() {}

  /// @return null: somebody holds it, here or in another process
  public static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }
}

package vn.lantoa.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vn.lantoa.common.Refusal;

/// A small file may unfold into more than there is memory. Counted is what really comes out: what
/// the file says of itself may be a lie.
final class ZipLimits {

  private static final int MOST_ENTRIES = 2_000;
  private static final long MOST_BYTES = 600L << 20;

  /// A part that is small does no harm, however well it is packed.
  private static final long SMALL = 20L << 20;

  private static final int HIGHEST_RATIO = 200;

  private ZipLimits() {}

  /// @throws Refusal `import.unfolds`
  static void check(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new Refusal("import.unfolds");
      }
      long all = 0;
      var buffer = new byte[1 << 16];
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        all += unfolded(zip, entries.nextElement(), buffer, all);
      }
    }
  }

  private static long unfolded(ZipFile zip, ZipEntry entry, byte[] buffer, long before)
      throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    long bytes = 0;
    try (var in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (before + bytes > MOST_BYTES || bytes > SMALL && bytes / packed > HIGHEST_RATIO) {
          throw new Refusal("import.unfolds");
        }
      }
    }
    return bytes;
  }
}

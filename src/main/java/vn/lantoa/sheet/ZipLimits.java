package vn.lantoa.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vn.lantoa.common.Refusal;

/// A small file may unfold into more than there is memory. Counted is what really comes out: what
/// the file says of itself may be a lie.
final class ZipLimits {

  private static final int MOST_ENTRIES = 2_000;
  private static final long MOST_BYTES = 250L << 20;

  /// A part that is small does no harm, however well it is packed.
  private static final long SMALL = 20L << 20;

  private static final int HIGHEST_RATIO = 100;

  private ZipLimits() {}

  /// @throws Refusal `import.unfolds`, `import.damaged`
  static void check(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new Refusal("import.unfolds");
      }
      // Of two parts of one name one is looked at here, and the other may be read.
      if (zip.stream().map(ZipEntry::getName).distinct().count() < zip.size()) {
        throw new Refusal("import.damaged");
      }
      long all = 0;
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        try (var part = new Unfolding(zip.getInputStream(entry), entry, all)) {
          Markup.check(part);
          all += part.bytes;
        }
      }
    }
  }

  /// Breaks off at what is too much.
  private static final class Unfolding extends FilterInputStream {
    private final long packed;
    private final long before;
    private long bytes;

    Unfolding(InputStream in, ZipEntry entry, long before) {
      super(in);
      packed = Math.max(1, entry.getCompressedSize());
      this.before = before;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      int read = super.read(to, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      bytes += read;
      if (before + bytes > MOST_BYTES || bytes > SMALL && bytes / packed > HIGHEST_RATIO) {
        throw new Refusal("import.unfolds");
      }
    }
  }
}

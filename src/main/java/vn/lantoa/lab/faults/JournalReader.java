package vn.lantoa.lab.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Follows the journal while the stand-ins write it. Reads each line once.
final class JournalReader {

  private final Path path;
  private final List<JournalEntry> entries = new ArrayList<>();
  private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
  private long offset;

  JournalReader(Path path) {
    this.path = path;
  }

  /// What was accepted for these addresses so far, in the order of acceptance.
  synchronized List<JournalEntry> of(Set<String> addresses) {
    catchUp();
    return entries.stream().filter(entry -> addresses.contains(entry.address())).toList();
  }

  private void catchUp() {
    if (!Files.exists(path)) {
      return;
    }
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(offset);
      var more = new byte[(int) (file.length() - offset)];
      file.readFully(more);
      offset += more.length;
      for (var next : more) {
        if (next == '\n') {
          entries.add(JournalEntry.read(unfinished.toString(UTF_8)));
          unfinished.reset();
        } else {
          unfinished.write(next);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package vn.lantoa.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is in the files that are kept, in parts that are small enough to be held in memory.
@Component
class KeptParts {

  private static final int PART = 1 << 20;

  private final JdbcClient jdbc;

  KeptParts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(long id, InputStream bytes) throws IOException {
    int number = 0;
    for (var part = bytes.readNBytes(PART); part.length > 0; part = bytes.readNBytes(PART)) {
      jdbc.sql("insert into recipient_file_part (file_id, part, bytes) values (:id, :part, :bytes)")
          .param("id", id)
          .param("part", number++)
          .param("bytes", part)
          .update();
    }
  }

  Path copy(long id) {
    try {
      var copy = Files.createTempFile("lantoa-", ".tmp");
      try (var out = Files.newOutputStream(copy)) {
        for (int part = 0; ; part++) {
          var bytes =
              jdbc.sql("select bytes from recipient_file_part where file_id = :id and part = :part")
                  .param("id", id)
                  .param("part", part)
                  .query(byte[].class)
                  .optional();
          if (bytes.isEmpty()) {
            return copy;
          }
          out.write(bytes.get());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package vn.lantoa.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The lines of the file of one day, JSON each: where it begins, the entries with their seals in
/// the order of the chain, where it ends. Files of following days join at their ends.
final class DailyFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HexFormat HEX = HexFormat.of();

  /// The last line is shorter.
  private static final int TAIL = 1_000;

  private final LocalDate day;
  private final BufferedWriter out;
  private long place;
  private byte[] last;
  private long entries;

  /// @param before the seal the day begins after
  DailyFile(LocalDate day, Anchor before, BufferedWriter out) {
    this.day = day;
    this.out = out;
    place = before.place();
    last = before.hash();
    line(Map.of("begins", day.toString(), "after", place, "hash", HEX.formatHex(last)));
  }

  void add(long sealedAs, byte[] hash, AuditEntry entry) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("place", sealedAs);
    fields.put("entry", entry.id());
    fields.put("at", entry.at().toString());
    fields.put("account", Objects.requireNonNullElse(entry.accountId(), ""));
    fields.put("actor", entry.actor());
    fields.put("action", entry.action());
    fields.put("subject", entry.subject());
    fields.put("detail", entry.detail());
    fields.put("address", entry.address());
    fields.put("request", entry.request());
    fields.put("hash", HEX.formatHex(hash));
    line(fields);
    place = sealedAs;
    last = hash;
    entries++;
  }

  /// The seal it ends with.
  Anchor end() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("ends", day.toString());
    fields.put("entries", entries);
    fields.put("place", place);
    fields.put("hash", HEX.formatHex(last));
    line(fields);
    return new Anchor(place, last, day);
  }

  private void line(Map<String, Object> fields) {
    try {
      out.write(JSON.writeValueAsString(fields));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Of a file that was written; empty: it does not end as one should.
  static Optional<Anchor> endOf(Path file) throws IOException {
    var text = tail(file);
    var line = text.substring(text.stripTrailing().lastIndexOf('\n') + 1);
    try {
      var read = JSON.readTree(line);
      return read.hasNonNull("ends")
          ? Optional.of(
              new Anchor(
                  read.get("place").asLong(),
                  HEX.parseHex(read.get("hash").asString()),
                  LocalDate.parse(read.get("ends").asString())))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static String tail(Path file) throws IOException {
    try (var open = new RandomAccessFile(file.toFile(), "r")) {
      var bytes = new byte[(int) Math.min(TAIL, open.length())];
      open.seek(open.length() - bytes.length);
      open.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}

package vn.lantoa.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.database.TestDatabase;

/// The database as an earlier version of the program left it behind.
///
/// @param at what its clock said then
record FrozenDatabase(String version, Instant at, String script) {

  private static final Path FOLDER = Path.of("src/test/resources/upgrade");
  private static final String HEADER = "-- Frozen at ";

  static FrozenDatabase read(String version) {
    try (var zipped = new GZIPInputStream(Files.newInputStream(file(version)))) {
      var script = new String(zipped.readAllBytes(), StandardCharsets.UTF_8);
      var header = script.lines().findFirst().orElseThrow();
      return new FrozenDatabase(version, Instant.parse(header.substring(HEADER.length())), script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Named for the last migration it has had.
  static FrozenDatabase write(DataSource database, Instant at) throws IOException {
    var jdbc = JdbcClient.create(database);
    var version =
        "V"
            + jdbc.sql("select max(version) from flyway_schema_history")
                .query(String.class)
                .single();
    var script = new FrozenScript(jdbc).write(at);
    try (var zipped = new GZIPOutputStream(Files.newOutputStream(file(version)))) {
      zipped.write(script.getBytes(StandardCharsets.UTF_8));
    }
    return read(version);
  }

  static String header(Instant at) {
    return HEADER + at + "\n";
  }

  /// From the clock of today to what its clock said then.
  Duration shift() {
    return Duration.between(InstantSource.system().instant(), at);
  }

  /// A database that has come as far as this one, at that moment, on a server that is taken for the
  /// one it was on.
  DataSource load() {
    var database = TestDatabase.of(script);
    var jdbc = JdbcClient.create(database);
    jdbc.sql(
            "update instance set cluster = (select system_identifier::text from pg_control_system())")
        .update();
    jdbc.sql("update clock set shift = make_interval(secs => :seconds)")
        .param("seconds", shift().toMillis() / 1000.0)
        .update();
    // Quartz goes by the machine's clock, by which all of this is long past on most days.
    jdbc.sql("update qrtz_triggers set next_fire_time = extract(epoch from now()) * 1000 - 1")
        .update();
    return database;
  }

  private static Path file(String version) {
    return FOLDER.resolve(version + ".sql.gz");
  }

  @Override
  public String toString() {
    return version;
  }
}

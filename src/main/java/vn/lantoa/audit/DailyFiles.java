package vn.lantoa.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DataDirectory;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.database.DurableFile;

/// The trail of each day that is over, as a file of this node's data folder, for whoever keeps it
/// where this program's database does not reach: `audit/2026-11-28.jsonl`. A day holds what was
/// sealed on it in Viet Nam. A file that is there is never written again; one that was taken away
/// does not come back, because `audit/last` remembers how far the files have come.
@Component
class DailyFiles {

  private static final Logger log = LoggerFactory.getLogger(DailyFiles.class);

  private static final String ENDING = ".jsonl";
  private static final String LAST = "last";
  private static final int FETCHED = 2_000;

  private static final String SEALED =
      """
      select s.place, s.hash, e.id, e.at, e.account_id, e.actor, e.action, e.subject, e.detail, e.address, e.request
      from audit_seal s join audit_entry e on e.id = s.entry_id
      where s.sealed_at >= :from and s.sealed_at < :to order by s.place
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate stream;
  private final TransactionTemplate transaction;
  private final DatabaseClock clock;
  private final Path folder;

  DailyFiles(
      JdbcClient jdbc,
      DataSource database,
      PlatformTransactionManager transactions,
      DatabaseClock clock,
      DataDirectory data) {
    this.jdbc = jdbc;
    this.clock = clock;
    folder = data.folder("audit");
    var template = new JdbcTemplate(database);
    template.setFetchSize(FETCHED);
    stream = new NamedParameterJdbcTemplate(template);
    transaction = new TransactionTemplate(transactions);
  }

  /// Writes the files of all days since the last one that has one, up to yesterday; the first day
  /// is that of the first seal.
  ///
  /// @return the days written
  synchronized List<LocalDate> makeUp() {
    var today = LocalDate.ofInstant(clock.read(), Zones.VIETNAM);
    var written = new ArrayList<LocalDate>();
    try {
      var next = last().map(Anchor::day).map(day -> day.plusDays(1)).or(this::firstDay);
      for (var day = next.orElse(today); day.isBefore(today); day = day.plusDays(1)) {
        write(day);
        written.add(day);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written;
  }

  private Optional<LocalDate> firstDay() {
    return jdbc.sql("select min(sealed_at) from audit_seal where place = 1")
        .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(at -> LocalDate.ofInstant(at.toInstant(), Zones.VIETNAM));
  }

  private void write(LocalDate day) throws IOException {
    var file = folder.resolve(day + ENDING);
    var end =
        Files.exists(file)
            ? DailyFile.endOf(file).orElseThrow(() -> new IOException(file + " is not whole"))
            : Objects.requireNonNull(transaction.execute(_ -> written(day, file)));
    DurableFile.write(folder.resolve(LAST), end.day() + " " + end.place() + " " + hex(end) + "\n");
  }

  private Anchor written(LocalDate day, Path file) {
    // Nobody seals meanwhile, so no seal of that day is still to come.
    jdbc.sql("select pg_advisory_xact_lock(hashtext('audit_seal'))").query((_, _) -> true).single();
    var from = day.atStartOfDay(Zones.VIETNAM).toInstant();
    var to = day.plusDays(1).atStartOfDay(Zones.VIETNAM).toInstant();
    var draft = folder.resolve(day + ENDING + ".new");
    try {
      DurableFile.write(draft, "");
      try (var out = Files.newBufferedWriter(draft)) {
        var lines = new DailyFile(day, before(from), out);
        stream.query(
            SEALED,
            Map.of("from", from.atOffset(ZoneOffset.UTC), "to", to.atOffset(ZoneOffset.UTC)),
            (ResultSet row) ->
                lines.add(row.getLong("place"), row.getBytes("hash"), AuditEntry.of(row)));
        var end = lines.end();
        out.close();
        DurableFile.putInPlace(draft, file);
        return end;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The last seal before that moment.
  private Anchor before(Instant moment) {
    return jdbc.sql(
            "select place, hash from audit_seal where sealed_at < :moment order by sealed_at desc, place desc limit 1")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query((row, _) -> new Anchor(row.getLong(1), row.getBytes(2), null))
        .optional()
        .orElse(new Anchor(0, Seals.NONE, null));
  }

  /// What each file that is still there ends with, and the last one of all that were written.
  List<Anchor> anchors() {
    var anchors = new ArrayList<Anchor>();
    try (var files = Files.list(folder)) {
      last().ifPresent(anchors::add);
      for (var file : files.filter(file -> file.toString().endsWith(ENDING)).toList()) {
        DailyFile.endOf(file)
            .ifPresentOrElse(anchors::add, () -> log.warn("{} does not end as it should", file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return anchors.stream().filter(anchor -> anchor.place() > 0).toList();
  }

  private Optional<Anchor> last() throws IOException {
    var file = folder.resolve(LAST);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var parts = Files.readString(file).strip().split(" ");
    return Optional.of(
        new Anchor(
            Long.parseLong(parts[1]),
            HexFormat.of().parseHex(parts[2]),
            LocalDate.parse(parts[0])));
  }

  private static String hex(Anchor anchor) {
    return HexFormat.of().formatHex(anchor.hash());
  }
}

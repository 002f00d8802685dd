package vn.lantoa.audience;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audience.ImportColumns.Column;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Recipients.Put;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.org.OrgUnits;

/// Reads recipients from a CSV file, row by row. All good rows come in together or, should the
/// program die, none.
@Service
@Transactional
class CsvRecipientImport implements RecipientImport {

  private final Recipients recipients;
  private final OrgUnits units;
  private final JdbcClient jdbc;
  private final AudienceSettings settings;

  CsvRecipientImport(
      Recipients recipients, OrgUnits units, JdbcClient jdbc, AudienceSettings settings) {
    this.recipients = recipients;
    this.units = units;
    this.jdbc = jdbc;
    this.settings = settings;
  }

  @Override
  public Result run(long unitId, String fileName, Reader csv, Actor actor) {
    var rows = new LinkedHashMap<String, NewRecipient>();
    var errors = new ArrayList<RowError>();
    read(csv, new ImportRows(unitId, units, settings.groups(), errors), rows, errors);
    var result = take(rows, errors, actor);
    jdbc.sql(
            """
            insert into recipient_import (unit_id, file_name, actor, added, changed, unchanged, refused)
            values (:unit, :file, :actor, :added, :changed, :unchanged, :refused)
            """)
        .param("unit", unitId)
        .param("file", fileName)
        .param("actor", actor.name())
        .param("added", result.added())
        .param("changed", result.changed())
        .param("unchanged", result.unchanged())
        .param("refused", result.errors().size())
        .update();
    return result;
  }

  private void read(
      Reader csv, ImportRows checked, Map<String, NewRecipient> rows, List<RowError> errors) {
    try {
      var text = text(csv);
      var reader = CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(text);
      ImportColumns columns = null;
      int count = 0;
      for (var row : reader) {
        if (columns == null) {
          columns = ImportColumns.of(row.getFields());
        } else if (!isEmpty(row)) {
          if (++count > settings.mostRows()) {
            throw new Refusal("import.too-large", settings.mostRows());
          }
          var line = new ImportRow((int) row.getStartingLineNumber(), row.getFields(), columns);
          checked.recipient(line).ifPresent(recipient -> keep(line, recipient, rows, errors));
        }
      }
      if (count == 0) {
        throw new Refusal("import.empty");
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw new Refusal("import.not-csv", String.valueOf(e.getMessage()));
    }
  }

  private static void keep(
      ImportRow row,
      NewRecipient recipient,
      Map<String, NewRecipient> rows,
      List<RowError> errors) {
    if (rows.putIfAbsent(DedupeKey.of(recipient), recipient) != null) {
      errors.add(row.error(Column.NAME, "duplicate"));
    }
  }

  private Result take(Map<String, NewRecipient> rows, List<RowError> errors, Actor actor) {
    var known =
        jdbc.sql("select dedupe_key from recipient where dedupe_key = any(:keys::text[])")
            .param("keys", rows.keySet().toArray(String[]::new))
            .query(String.class)
            .set();
    int added =
        recipients.addAll(
            rows.entrySet().stream()
                .filter(row -> !known.contains(row.getKey()))
                .map(Map.Entry::getValue),
            actor);
    int changed = 0;
    for (var key : known) {
      changed +=
          recipients.put(java.util.Objects.requireNonNull(rows.get(key)), actor) == Put.CHANGED
              ? 1
              : 0;
    }
    return new Result(added, changed, known.size() - changed, List.copyOf(errors));
  }

  @Override
  public String template() {
    return """
    họ tên,đối tượng,điện thoại,email,mã đơn vị,mã,đồng ý
    Nguyễn Thị Thảo,phu-huynh,0912 000 001,thao@example.vn,,PH-001,Phiếu đồng ý đầu năm học
    Trần Văn Minh,giao-vien,,minh@example.vn,,GV-014,Đăng ký tại trường
    """;
  }

  private static final String PAST =
      """
      select file_name, actor, at, added, changed, unchanged, refused
        from recipient_import
       where unit_id in (select unit_and_below(:rootUnitId))
       order by at desc, id desc
       limit 10
      """;

  @Override
  @Transactional(readOnly = true)
  public List<Past> past(long rootUnitId) {
    return jdbc.sql(PAST)
        .param("rootUnitId", rootUnitId)
        .query((row, _) ->
            new Past(
                row.getString("file_name"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant(),
                row.getInt("added"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("refused")))
        .list();
  }

  private static String text(Reader csv) {
    try {
      var text = new java.io.StringWriter();
      csv.transferTo(text);
      return text.toString().replaceFirst("^\uFEFF", "");
    } catch (CharacterCodingException _) {
      throw new Refusal("import.not-utf8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Excel in Vietnamese writes semicolons.
  private static char separator(String text) {
    var header = text.lines().findFirst().orElse("");
    if (header.indexOf('\t') >= 0) {
      return '\t';
    }
    return header.indexOf(';') >= 0 ? ';' : ',';
  }

  private static boolean isEmpty(CsvRecord row) {
    return row.getFields().stream().allMatch(String::isBlank);
  }
}

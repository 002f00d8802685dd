package vn.lantoa.audience;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audience.ImportColumns.Column;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Recipients.Put;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.EmailAddress;
import vn.lantoa.common.PhoneNumber;
import vn.lantoa.common.Refusal;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;

/// Reads recipients from a CSV file, row by row. All good rows come in together or, should the
/// program die, none.
@Service
@Transactional
class CsvRecipientImport implements RecipientImport {

  private static final int LONGEST_NAME = 120;

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
    var unitsByCode = new HashMap<String, Long>();
    units.subtree(unitId).forEach(unit -> unitsByCode.put(unit.code(), unit.id()));
    var rows = new LinkedHashMap<String, NewRecipient>();
    var errors = new ArrayList<RowError>();
    read(csv, unitId, unitsByCode, rows, errors);
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
      Reader csv,
      long unitId,
      Map<String, Long> unitsByCode,
      Map<String, NewRecipient> rows,
      List<RowError> errors) {
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
          recipient(line, unitId, unitsByCode, errors)
              .ifPresent(recipient -> keep(line, recipient, rows, errors));
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

  /// The recipient of a row; empty when something is wrong with it, which is then among the errors.
  private Optional<NewRecipient> recipient(
      ImportRow row, long unitId, Map<String, Long> unitsByCode, List<RowError> errors) {
    int before = errors.size();
    var name = row.cell(Column.NAME);
    if (name.isEmpty()) {
      errors.add(row.error(Column.NAME, "name-missing"));
    } else if (name.length() > LONGEST_NAME) {
      errors.add(row.error(Column.NAME, "name-long"));
    } else if ("=+-@".indexOf(name.charAt(0)) >= 0
        || name.chars().anyMatch(Character::isISOControl)) {
      errors.add(row.error(Column.NAME, "name-formula"));
    }
    var audience = ImportColumns.plain(row.cell(Column.AUDIENCE)).replace(' ', '-');
    if (!settings.groups().contains(audience)) {
      errors.add(row.error(Column.AUDIENCE, "audience-unknown"));
    }
    var addresses = addresses(row, errors);
    if (addresses.isEmpty() && errors.size() == before) {
      errors.add(row.error(Column.PHONE, "no-address"));
    }
    var unit = unit(row, unitId, unitsByCode, errors);
    return errors.size() > before
        ? Optional.empty()
        : Optional.of(
            new NewRecipient(
                unit, name, audience, row.cell(Column.CODE), addresses, row.cell(Column.CONSENT)));
  }

  private static Map<Channel, String> addresses(ImportRow row, List<RowError> errors) {
    var addresses = new HashMap<Channel, String>();
    var phone = row.cell(Column.PHONE);
    if (!phone.isEmpty()) {
      PhoneNumber.parse(phone)
          .ifPresentOrElse(
              number -> addresses.put(Channel.SMS, number.e164()),
              () -> errors.add(row.error(Column.PHONE, "phone-wrong")));
    }
    var email = row.cell(Column.EMAIL);
    if (!email.isEmpty()) {
      EmailAddress.parse(email)
          .ifPresentOrElse(
              address -> addresses.put(Channel.EMAIL, address.value()),
              () -> errors.add(row.error(Column.EMAIL, "email-wrong")));
    }
    return addresses;
  }

  private long unit(
      ImportRow row, long unitId, Map<String, Long> unitsByCode, List<RowError> errors) {
    var code = row.cell(Column.UNIT);
    if (code.isEmpty()) {
      return unitId;
    }
    var known = unitsByCode.get(code);
    if (known == null) {
      Optional<OrgUnit> elsewhere = units.byCode(code);
      errors.add(row.error(Column.UNIT, elsewhere.isPresent() ? "unit-foreign" : "unit-unknown"));
      return unitId;
    }
    return known;
  }

  @Override
  public String template() {
    return """
    họ tên,đối tượng,điện thoại,email,mã đơn vị,mã,đồng ý
    Nguyễn Thị Thảo,phu-huynh,0912 000 001,thao@example.vn,,PH-001,Phiếu đồng ý đầu năm học
    Trần Văn Minh,giao-vien,,minh@example.vn,,GV-014,Đăng ký tại trường
    """;
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

  private record ImportRow(int number, List<String> cells, ImportColumns columns) {

    String cell(Column column) {
      return columns.cell(cells, column);
    }

    RowError error(Column column, String key) {
      return new RowError(number, column.header, cell(column), key);
    }
  }
}

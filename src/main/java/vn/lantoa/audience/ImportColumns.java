package vn.lantoa.audience;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.lantoa.common.Refusal;

/// Which column of an import file is which. Headers are read in Vietnamese, with or without marks,
/// or in English.
record ImportColumns(Map<Column, Integer> places) {

  enum Column {
    NAME("họ tên", "ho ten", "ho va ten", "name"),
    AUDIENCE("đối tượng", "doi tuong", "nhom", "audience", "group"),
    PHONE("điện thoại", "dien thoai", "so dien thoai", "phone", "sms"),
    EMAIL("email", "email", "e-mail", "thu dien tu"),
    UNIT("mã đơn vị", "ma don vi", "don vi", "unit", "unit code"),
    CODE("mã", "ma", "ma so", "code"),
    CONSENT("đồng ý", "dong y", "su dong y", "consent");

    /// As the template writes it.
    final String header;

    private final List<String> accepted;

    Column(String header, String... accepted) {
      this.header = header;
      this.accepted = List.of(accepted);
    }
  }

  /// @throws Refusal `import.columns-missing` naming what is not there
  static ImportColumns of(List<String> headers) {
    var places = new EnumMap<Column, Integer>(Column.class);
    for (int i = 0; i < headers.size(); i++) {
      var header = plain(headers.get(i));
      for (var column : Column.values()) {
        if (column.accepted.contains(header)) {
          places.putIfAbsent(column, i);
        }
      }
    }
    var missing =
        List.of(Column.NAME, Column.AUDIENCE).stream()
            .filter(column -> !places.containsKey(column))
            .map(column -> "«" + column.header + "»")
            .toList();
    if (!missing.isEmpty()) {
      throw new Refusal("import.columns-missing", String.join(", ", missing));
    }
    if (!places.containsKey(Column.PHONE) && !places.containsKey(Column.EMAIL)) {
      throw new Refusal("import.columns-missing", "«điện thoại», «email»");
    }
    return new ImportColumns(places);
  }

  /// The cell of a row, without surrounding blanks; empty when the file has no such column.
  String cell(List<String> row, Column column) {
    var place = places.get(column);
    return place == null || place >= row.size()
        ? ""
        : Normalizer.normalize(row.get(place).strip(), Normalizer.Form.NFC);
  }

  /// Lower case, without marks: how headers and group names are compared.
  static String plain(String text) {
    return Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace("\uFEFF", "");
  }
}

package vn.lantoa.console.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every text of every table, whatever its type, as a dump would hold it.
final class WholeDatabase {

  private final JdbcClient jdbc;

  WholeDatabase(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Column(String table, String name, boolean bytes) {}

  /// Where one of the words stands, in small letters, with its marks or without.
  List<String> places(List<String> words) {
    var places = new ArrayList<String>();
    for (var column : columns()) {
      for (var word : words) {
        if (holds(column, word.toLowerCase(Locale.ROOT))) {
          places.add(column.table() + "." + column.name() + ": " + word);
        }
      }
    }
    return places;
  }

  private List<Column> columns() {
    return jdbc.sql(
            """
            select c.table_name, c.column_name, c.data_type = 'bytea' as bytes
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
              and c.data_type in ('text', 'character varying', 'ARRAY', 'json', 'jsonb', 'bytea')
            """)
        .query((row, _) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
        .list();
  }

  private boolean holds(Column column, String word) {
    var text =
        column.bytes()
            ? "encode(\"" + column.name() + "\", 'escape')"
            : "\"" + column.name() + "\"::text";
    return jdbc.sql(
            "select exists (select from \""
                + column.table()
                + "\" where lower("
                + text
                + ") like '%' || :word || '%' or folded("
                + text
                + ") like '%' || :word || '%')")
        .param("word", word)
        .query(Boolean.class)
        .single();
  }
}

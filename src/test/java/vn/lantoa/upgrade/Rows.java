package vn.lantoa.upgrade;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is in a database, table by table, in a form that two moments can be compared by.
///
/// @param columns that are looked at, by table
/// @param digests of how many rows there are and what is in them, by table
record Rows(Map<String, List<String>> columns, Map<String, String> digests) {

  static Rows of(DataSource database) {
    var columns =
        JdbcClient.create(database)
            .sql(
                """
                select c.table_name, c.column_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where table_schema = 'public' and t.table_type = 'BASE TABLE'
                  and table_name <> 'flyway_schema_history'
                order by c.table_name, c.ordinal_position
                """)
            .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return of(database, columns);
  }

  /// What there is now of what was looked at then.
  Rows again(DataSource database) {
    return of(database, columns);
  }

  static List<String> emptyTables(DataSource database) {
    return of(database).digests.entrySet().stream()
        .filter(table -> table.getValue().startsWith("0 "))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Rows of(DataSource database, Map<String, List<String>> columns) {
    var digests = new TreeMap<String, String>();
    columns.forEach((table, names) -> digests.put(table, digest(database, table, names)));
    return new Rows(columns, digests);
  }

  private static String digest(DataSource database, String table, List<String> columns) {
    return JdbcClient.create(database)
        .sql(
            """
            select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text)), '')
            from (select %s from %s) r
            """
                .formatted(String.join(", ", columns), table))
        .query(String.class)
        .single();
  }
}

package vn.lantoa.console.frame;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What all rows of every table come to, so that a test can say that nothing has changed anywhere.
final class TableSums {

  /// These tell the time or keep house by themselves while a test runs; and that somebody tried is
  /// to be on record.
  private static final List<String> BUSY =
      List.of(
          "audit",
          "login_session",
          "node",
          "clock",
          "day_begun",
          "queue_sample",
          "retention_run",
          "nameless_run",
          "flyway_schema_history",
          "qrtz");

  private static final String TABLES =
      """
      select table_name
        from information_schema.tables
       where table_schema = current_schema()
         and table_type = 'BASE TABLE'
      """;

  private TableSums() {}

  /// Table → number of rows and a sum over them.
  static Map<String, String> of(JdbcClient jdbc) {
    var sums = new TreeMap<String, String>();
    jdbc.sql(TABLES).query(String.class).list().stream()
        .filter(table -> BUSY.stream().noneMatch(table::startsWith))
        .forEach(table -> sums.put(table, sum(jdbc, table)));
    return sums;
  }

  private static String sum(JdbcClient jdbc, String table) {
    return jdbc.sql(
            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                + table
                + " t")
        .query(String.class)
        .single();
  }
}

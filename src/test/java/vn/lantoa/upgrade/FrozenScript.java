package vn.lantoa.upgrade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.database.TestDatabase;

/// Writes a database down as SQL: what its migrations said at the time, then its rows. It is run by
/// a superuser, who alone may keep the triggers still while rows come in.
final class FrozenScript {

  /// As Flyway makes it; its rows say which migrations there were, and what was in them.
  private static final String HISTORY =
      """
      create table flyway_schema_history (
        installed_rank int not null primary key, version varchar(50), description varchar(200) not null,
        type varchar(20) not null, script varchar(1000) not null, checksum int, installed_by varchar(100) not null,
        installed_on timestamp not null default now(), execution_time int not null, success boolean not null
      );
      create index flyway_schema_history_s_idx on flyway_schema_history (success);
      """;

  private final JdbcClient jdbc;

  FrozenScript(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  String write(Instant at) throws IOException {
    var script = new StringBuilder(FrozenDatabase.header(at));
    script.append("set role lantoa;\n").append(HISTORY);
    for (var migration : migrations()) {
      script.append("-- ").append(migration).append('\n').append(text(migration)).append('\n');
    }
    script.append("reset role;\nset session_replication_role = replica;\n");
    var tables = tables();
    script.append("truncate %s;\n".formatted(String.join(", ", tables)));
    tables.forEach(table -> script.append(rows(table)));
    sequences().forEach(script::append);
    return script.append("reset session_replication_role;\n").toString();
  }

  private List<String> migrations() {
    return jdbc.sql("select script from flyway_schema_history order by installed_rank")
        .query(String.class)
        .list();
  }

  private static String text(String migration) throws IOException {
    return migration.endsWith(".sql")
        ? new ClassPathResource("db/migration/" + migration)
            .getContentAsString(StandardCharsets.UTF_8)
        : TestDatabase.textOf(migration);
  }

  private List<String> tables() {
    return jdbc.sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' order by 1
            """)
        .query(String.class)
        .list();
  }

  private String rows(String table) {
    var columns =
        jdbc.sql(
                """
                select column_name from information_schema.columns
                where table_schema = 'public' and table_name = :table order by ordinal_position
                """)
            .param("table", table)
            .query(String.class)
            .list();
    var literals =
        columns.stream()
            .map("quote_nullable(%s::text)"::formatted)
            .collect(Collectors.joining(" || ',' || ", "'(' || ", " || ')'"));
    var rows =
        jdbc.sql("select %s from %s order by 1".formatted(literals, table))
            .query(String.class)
            .list();
    return rows.isEmpty()
        ? ""
        : "insert into %s (%s) overriding system value values\n%s;\n"
            .formatted(table, String.join(", ", columns), String.join(",\n", rows));
  }

  private List<String> sequences() {
    return jdbc.sql(
            """
            select format(E'select setval(%L, %s);\\n', sequencename, last_value) from pg_sequences
            where schemaname = 'public' and last_value is not null order by 1
            """)
        .query(String.class)
        .list();
  }
}

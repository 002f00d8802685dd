package vn.lantoa.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.database.TestDatabase;

/// No column that can hold words is made without anybody asking whose words these are.
class PersonalColumnsTest {

  private static final Path WRITTEN = Path.of("src/test/resources/personal-columns.txt");
  private static final Set<String> KINDS = Set.of("person", "quotes", "staff", "public", "none");

  @Test
  void everyColumnThatCanHoldWordsIsClassified() throws IOException {
    assertThat(written()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(columns());
  }

  private static List<String> written() throws IOException {
    var columns = new ArrayList<String>();
    for (var line : Files.readAllLines(WRITTEN)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var parts = line.split("[ :]+");
        assertThat(KINDS).as(line).contains(parts[1]);
        for (int i = 2; i < parts.length; i++) {
          columns.add(parts[0] + "." + parts[i]);
        }
      }
    }
    return columns;
  }

  private static List<String> columns() {
    return JdbcClient.create(TestDatabase.create())
        .sql(
            """
            select c.table_name || '.' || c.column_name from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
              and c.data_type in ('text', 'character varying', 'character', 'ARRAY', 'json', 'jsonb', 'bytea', 'xml')
              -- Moments of the schedule, and what was migrated.
              and c.table_name not like 'qrtz%' and c.table_name not like 'flyway%'
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }
}

package vn.lantoa.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;

/// Makes Quartz's tables from the script in its jar, once. The script drops the tables first and
/// commits by itself; both are left out, so that no start can ever empty them.
public final class QuartzTables implements JavaMigration {

  private static final String SCRIPT = "org/quartz/impl/jdbcjobstore/tables_postgres.sql";

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("0009");
  }

  @Override
  public String getDescription() {
    return "quartz tables";
  }

  @Override
  public Integer getChecksum() {
    // The script of another Quartz version does not change tables that exist.
    return 1;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    try (var statement = context.getConnection().createStatement()) {
      statement.execute(script());
    }
  }

  static String script() throws IOException {
    var text = new ClassPathResource(SCRIPT).getContentAsString(StandardCharsets.UTF_8);
    return Arrays.stream(text.replaceAll("(?m)--.*$", "").split(";"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .filter(part -> !part.regionMatches(true, 0, "drop ", 0, 5))
        .filter(part -> !part.equalsIgnoreCase("commit") && !part.equalsIgnoreCase("begin"))
        .collect(Collectors.joining(";\n"));
  }
}

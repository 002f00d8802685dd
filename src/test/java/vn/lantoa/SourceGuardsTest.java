package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.testing.SourceFile;

/// Rules about the text of the program itself: what is confined stays confined, every statement
/// fits the schema, migrations are numbered.
class SourceGuardsTest {

  @Test
  void quartzAndCamelStayWhereTheyBelong() {
    assertThat(filesWith("import org.quartz")).allMatch(file -> file.startsWith("schedule/"));
    assertThat(filesWith("import org.apache.camel"))
        .allMatch(file -> file.startsWith("channel/") || file.equals("delivery/RouteGateway.java"));
    assertThat(filesWith("import com.twilio")).allMatch(file -> file.startsWith("channel/"));
  }

  @Test
  void theProductKnowsTheLabAtItsDoorsOnly() {
    assertThat(filesWith("vn.lantoa.lab"))
        .allMatch(file -> Stream.of("lab/", "cli/", "console/trial/").anyMatch(file::startsWith));
  }

  @Test
  void nobodyLooksAtTheSystemsClock() {
    assertThat(filesWith("Instant.now()")).isEmpty();
    assertThat(filesWith("LocalDate.now()")).isEmpty();
    assertThat(filesWith("LocalDateTime.now()")).isEmpty();
    assertThat(filesWith("currentTimeMillis")).isEmpty();
  }

  @Test
  void onlyTheLedgersOwnWritersWriteADelivery() {
    assertThat(filesWith("update delivery"))
        .containsOnly(
            "delivery/JdbcDeliveryQueue.java",
            "delivery/JdbcOutcomes.java",
            "delivery/JdbcReceipts.java",
            "delivery/JdbcRedelivery.java",
            "delivery/JdbcUncertainties.java",
            "delivery/LedgerTurns.java",
            "delivery/OldAddresses.java",
            "delivery/PersonInLedger.java");
  }

  /// Whoever puts an address on a list asks `ForgottenRefusals` first.
  @Test
  void addressesComeToAListByFewDoors() {
    assertThat(filesWith("into contact_point"))
        .containsOnly(
            "audience/JdbcDuplicates.java",
            "audience/RecipientBatches.java",
            "audience/RecipientChanges.java");
    assertThat(filesWith("refusals.restore(")).containsExactly("audience/JdbcRecipients.java");
  }

  @Test
  void migrationsAreNumberedWithoutGaps() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      var numbers =
          Stream.concat(
                  files
                      .map(file -> file.getFileName().toString())
                      .peek(name -> assertThat(name).matches("V\\d{4}__[a-z_]+\\.sql"))
                      .map(name -> Integer.parseInt(name.substring(1, 5))),
                  // The tables of Quartz come from the script in its jar.
                  Stream.of(9))
              .sorted()
              .toList();

      assertThat(numbers).isEqualTo(Stream.iterate(1, n -> n + 1).limit(numbers.size()).toList());
    }
  }

  /// One file, one purpose: what needs an "and" to be named is two migrations. The earlier ones are
  /// in databases under their names.
  @Test
  void aMigrationIsNamedForTheOneThingItMakes() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      var names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.compareTo("V0020") >= 0)
              .map(name -> List.of(name.substring(7, name.length() - 4).split("_")))
              .toList();

      assertThat(names)
          .isNotEmpty()
          .allSatisfy(words -> assertThat(words).hasSizeBetween(1, 4).doesNotContain("and", "or"));
    }
  }

  @Test
  void noQueryIsReadAsAStream() {
    // Whoever forgets to close one keeps its connection for good: ten of them, and nothing moves.
    var stream =
        Pattern.compile("\\.query\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)\\s*\\.stream\\(");
    assertThat(SourceFile.main())
        .filteredOn(file -> stream.matcher(file.text()).find())
        .extracting(SourceFile::path)
        .isEmpty();
  }

  @Test
  void everyStatementCanBePrepared() throws Exception {
    var failures = new ArrayList<String>();
    int statements = 0;
    try (var connection = TestDatabase.create().getConnection()) {
      for (var file : SourceFile.main()) {
        for (var sql : file.statements()) {
          // A table the bench makes for itself.
          if (!sql.contains("bare_delivery")) {
            statements++;
            prepare(connection, file.path(), sql, failures);
          }
        }
      }
    }

    assertThat(failures).isEmpty();
    assertThat(statements).isGreaterThan(80);
  }

  private static void prepare(
      Connection connection, String file, String sql, List<String> failures) {
    // Named parameters become numbered ones; a cast (::) is none.
    var numbered = new StringBuilder();
    var names = new ArrayList<String>();
    var parameter =
        Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)").matcher(sql.replaceAll("--.*", ""));
    while (parameter.find()) {
      if (!names.contains(parameter.group(1))) {
        names.add(parameter.group(1));
      }
      parameter.appendReplacement(numbered, "\\$" + (names.indexOf(parameter.group(1)) + 1));
    }
    parameter.appendTail(numbered);
    try (var statement = connection.createStatement()) {
      statement.execute("prepare guard as " + numbered);
      statement.execute("deallocate guard");
    } catch (SQLException e) {
      failures.add(file + ": " + e.getMessage() + "\n" + sql);
    }
  }

  private static List<String> filesWith(String text) {
    return SourceFile.main().stream()
        .filter(file -> file.text().contains(text))
        .map(SourceFile::path)
        .toList();
  }
}

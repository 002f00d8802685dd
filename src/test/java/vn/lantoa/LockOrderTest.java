package vn.lantoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.testing.LockOrder;
import vn.lantoa.testing.SourceFile;

/// Every statement of the program takes the rows it changes in the order of `src/docs/delivery.md`.
class LockOrderTest {

  private static final Pattern TRIGGER =
      Pattern.compile("\\$\\$\\s*begin\\n(.*?)end \\$\\$", Pattern.DOTALL);

  private static final String UNDER_THE_CAMPAIGN = "who calls it holds the campaign";
  private static final String EARLIER = "an earlier statement of the transaction holds the rows";

  private static final List<Allowed> ALLOWED =
      List.of(
          new Allowed("campaign/JdbcCampaigns.java", "delete from wave ", UNDER_THE_CAMPAIGN),
          new Allowed("campaign/CampaignRows.java", "update wave ", UNDER_THE_CAMPAIGN),
          new Allowed("campaign/JdbcWaveRuns.java", "update wave_run r ", UNDER_THE_CAMPAIGN),
          new Allowed("campaign/JdbcWaveRuns.java", "update campaign c ", EARLIER),
          new Allowed("delivery/JdbcRedelivery.java", "update wave_run ", UNDER_THE_CAMPAIGN),
          new Allowed("delivery/JdbcRedelivery.java", "update campaign ", EARLIER),
          new Allowed("delivery/JdbcReceipts.java", "with said as materialized ", EARLIER));

  private final LockOrder order = LockOrder.written();

  @Test
  void isWrittenDown() {
    assertThat(order.keys().keySet())
        .containsSubsequence("campaign", "wave_run", "queue", "delivery")
        .contains("address_day", "tally", "uncertain", "provider_account");
  }

  @Test
  void everyStatementKeepsIt() {
    var faults = new ArrayList<String>();
    var unused = new ArrayList<>(ALLOWED);
    for (var file : SourceFile.main()) {
      // What the benches write, they write while nobody else does.
      if (!file.path().startsWith("lab/")) {
        for (var statement : file.statements()) {
          var found = order.faults(statement);
          if (!found.isEmpty() && !isAllowed(file.path(), statement, unused)) {
            faults.add(file.path() + ": " + found + "\n" + statement);
          }
        }
      }
    }

    assertThat(faults).isEmpty();
    assertThat(unused).isEmpty();
  }

  @Test
  void everyTriggerKeepsIt() throws IOException {
    int triggers = 0;
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      for (var file : files.sorted().toList()) {
        for (var body : TRIGGER.matcher(Files.readString(file)).results().toList()) {
          triggers++;
          for (var statement : body.group(1).split(";|then\\n|begin\\n")) {
            assertThat(order.faults(statement)).as(file + statement).isEmpty();
          }
        }
      }
    }
    assertThat(triggers).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from queue q using said where q.delivery_id = said.id and q.fence = said.fence",
        "update queue set state = 'PENDING' where state = 'CLAIMED'",
        "update delivery d set status = 'SENT' from ended where d.id = ended.id",
        "select 1 from queue where delivery_id = any(:ids) for update",
        "select id from delivery where id = any(:ids) order by wire_at for update",
        "with held as (select id from campaign where status = 'RUNNING' for update) select 1 from held",
        "with d as (select id from delivery where id = any(:ids) order by id for update), "
            + "q as (select delivery_id from queue where delivery_id = any(:ids) order by delivery_id for update) "
            + "select count(*) from d, q",
        "insert into address_day (channel, address, day, n) select :channel, address, :day, 1 from days "
            + "on conflict (channel, address, day) do update set n = address_day.n + 1",
        "delete from address_day where day < :day",
        "with held as (select delivery_id from queue where state = :s order by delivery_id for update) "
            + "update delivery d set status = 'EXPIRED' from held where d.id = held.delivery_id",
        "update queue set state = 'PENDING' where exists (select from delivery where delivery_id = :id)",
        "update uncertain set left_at = now() where delivery_id = any(:ids)"
      })
  void findsWhatDoesNot(String statement) {
    assertThat(order.faults(statement)).isNotEmpty();
  }

  private static boolean isAllowed(String file, String statement, List<Allowed> unused) {
    var words = statement.strip().replaceAll("\\s+", " ");
    var found =
        ALLOWED.stream()
            .filter(allowed -> allowed.file().equals(file) && words.startsWith(allowed.begins()))
            .toList();
    unused.removeAll(found);
    return !found.isEmpty();
  }

  /// A statement that locks several rows and need not say in which order.
  private record Allowed(String file, String begins, String why) {}
}

package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.database.TestDatabase;

/// A run is over when no row of it is open, in whatever order they end, and whatever was
/// remembered.
class OpenRunsTest {

  private JdbcClient jdbc;
  private OpenRuns openRuns;
  private List<Long> runs;

  @BeforeEach
  void open() {
    jdbc = JdbcClient.create(TestDatabase.create());
    LedgerExamples.runningCampaign(jdbc, 4);
    LedgerExamples.anotherCampaign(jdbc, 4);
    openRuns = new OpenRuns(jdbc);
    runs = jdbc.sql("select id from wave_run order by id").query(Long.class).list();
  }

  @Test
  void fromTheFirstRowToTheLast() {
    for (int i = 0; i < 4; i++) {
      assertThat(openRuns.settled(runs)).isEmpty();
      end("min");
    }
    assertThat(openRuns.settled(runs)).containsExactly(runs.getFirst());
  }

  @Test
  void fromTheLastRowToTheFirst() {
    for (int i = 0; i < 4; i++) {
      assertThat(openRuns.settled(runs)).isEmpty();
      end("max");
    }
    assertThat(openRuns.settled(runs)).containsExactly(runs.getFirst());
  }

  @Test
  void whatComesBackAfterItWasOverIsSeen() {
    for (int i = 0; i < 4; i++) {
      end("max");
    }
    assertThat(openRuns.settled(runs)).containsExactly(runs.getFirst());

    jdbc.sql("update delivery set status = 'FAILED' where id = (select min(id) from delivery)")
        .update();
    jdbc.sql(
            """
            update delivery set status = 'PENDING', settled_at = null
            where id = (select min(id) from delivery)
            """)
        .update();

    assertThat(openRuns.settled(runs)).isEmpty();
  }

  @Test
  void asksOnlyForTheRunsItIsGiven() {
    assertThat(openRuns.settled(List.of())).isEmpty();
    assertThat(openRuns.settled(List.of(runs.getLast()))).isEmpty();
    assertThat(openRuns.settled(runs)).isEmpty();
  }

  private void end(String which) {
    jdbc.sql(
            """
            with gone as (
              delete from queue where delivery_id =
                (select %s(delivery_id) from queue where run_id = :run)
              returning delivery_id
            )
            update delivery set status = 'SENT', settled_at = lantoa_now()
            where id in (select delivery_id from gone)
            """
                .formatted(which))
        .param("run", runs.getFirst())
        .update();
  }
}

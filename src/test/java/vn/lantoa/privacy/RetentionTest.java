package vn.lantoa.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.calendar.DayBegan;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.database.TestDatabase;

/// Against a real table: requests that are closed.
class RetentionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private final javax.sql.DataSource database = TestDatabase.create();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final RetentionRuns runs = new RetentionRuns(jdbc);

  @Test
  void endsWhatThePreviewSaidAlsoWhenItIsKilledHalfway() {
    requests(25, "2026-10-01");
    requests(5, "2026-11-30");
    var dies = new Part(jdbc, 10, 1);
    var retention = retention(dies);

    retention.plan(new DayBegan(DAY, Zones.VIETNAM));
    assertThat(runs.open())
        .singleElement()
        .satisfies(run -> assertThat(run.planned()).isEqualTo(25));
    retention.work();
    // The first part is committed with its count, the second is as if it had never begun.
    assertThat(left()).isEqualTo(20);
    assertThat(runs.open()).singleElement().satisfies(run -> assertThat(run.done()).isEqualTo(10));

    // What comes meanwhile is another day's.
    requests(3, "2026-11-05");
    retention(new Part(jdbc, 10, Integer.MAX_VALUE)).work();

    assertThat(runs.open()).isEmpty();
    assertThat(runs.last())
        .singleElement()
        .satisfies(run -> {
          assertThat(run.done()).isEqualTo(run.planned()).isEqualTo(25);
          assertThat(run.finishedAt()).isNotNull();
        });
    assertThat(left()).isEqualTo(8);
  }

  @Test
  void aDayIsPlannedOnceAndInVietnamOnly() {
    requests(2, "2026-10-01");
    var retention = retention(new Part(jdbc, 10, Integer.MAX_VALUE));

    retention.plan(new DayBegan(DAY, java.time.ZoneId.of("UTC")));
    assertThat(runs.open()).isEmpty();
    retention.plan(new DayBegan(DAY, Zones.VIETNAM));
    retention.work();
    retention.plan(new DayBegan(DAY, Zones.VIETNAM));

    assertThat(runs.open()).isEmpty();
    assertThat(left()).isZero();
  }

  private Retention retention(Perishable perishable) {
    return new Retention(
        new RetentionRules(List.of(new RetentionRule("closed-requests", 30, "thử"))),
        List.of(perishable),
        runs,
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        new DatabaseClock(jdbc, InstantSource.system()));
  }

  private void requests(int many, String closed) {
    jdbc.sql(
            """
            with u as (
              insert into org_unit (kind, code, name) values ('COMMUNE', 'X', 'Xã')
              on conflict (code) do update set name = 'Xã' returning id
            )
            insert into subject_request (kind, unit_id, received_at, way, answer_by, done_by, actor, status, closed_at)
            select 'VIEW', u.id, now(), 'PHONE', current_date, current_date, 'Lan', 'DONE',
              (:closed || 'T05:00:00Z')::timestamptz
            from u, generate_series(1, :many)
            """)
        .param("closed", closed)
        .param("many", many)
        .update();
  }

  private long left() {
    return jdbc.sql("select count(*) from subject_request").query(Long.class).single();
  }

  /// Small parts, after some of which the program dies.
  private static final class Part implements Perishable {

    private final ClosedRequests requests;
    private final int size;
    private int parts;

    Part(JdbcClient jdbc, int size, int parts) {
      requests = new ClosedRequests(jdbc);
      this.size = size;
      this.parts = parts;
    }

    @Override
    public String kind() {
      return requests.kind();
    }

    @Override
    public long due(Instant before) {
      return requests.due(before);
    }

    @Override
    public int part() {
      return size;
    }

    @Override
    public int purge(Instant before, int most) {
      int purged = requests.purge(before, most);
      if (parts-- == 0) {
        throw new IllegalStateException("killed");
      }
      return purged;
    }
  }
}

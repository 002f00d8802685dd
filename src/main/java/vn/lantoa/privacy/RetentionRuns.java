package vn.lantoa.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What ended, day by day: the plan, and how far it has come.
@Repository
@Transactional
public class RetentionRuns {

  private static final int SHOWN = 60;

  private final JdbcClient jdbc;

  RetentionRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void plan(LocalDate day, String kind, Instant before, long planned) {
    jdbc.sql(
            """
            insert into retention_run (day, kind, before, planned) values (:day, :kind, :before, :planned)
            on conflict do nothing
            """)
        .param("day", day)
        .param("kind", kind)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("planned", planned)
        .update();
  }

  private static final String OPEN =
      """
      select day, kind, before, planned, done, finished_at
        from retention_run
       where finished_at is null
       order by day, kind
      """;

  @Transactional(readOnly = true)
  public List<RetentionRun> open() {
    return jdbc.sql(OPEN).query(RetentionRuns::run).list();
  }

  private static final String LAST =
      """
      select day, kind, before, planned, done, finished_at
        from retention_run
       where planned > 0
          or finished_at is null
       order by day desc, kind
       limit :shown
      """;

  /// The last in which there was something to end, newest first.
  @Transactional(readOnly = true)
  public List<RetentionRun> last() {
    return jdbc.sql(LAST).param("shown", SHOWN).query(RetentionRuns::run).list();
  }

  /// Holds the run, so that of several nodes one is at it.
  ///
  /// @return false: another one is, or it is finished
  boolean hold(RetentionRun run) {
    return jdbc.sql(
            """
            select day from retention_run where day = :day and kind = :kind and finished_at is null
            for update skip locked
            """)
        .param("day", run.day())
        .param("kind", run.kind())
        .query(LocalDate.class)
        .optional()
        .isPresent();
  }

  void add(RetentionRun run, int some, boolean finished) {
    jdbc.sql(
            """
            update retention_run set done = done + :some, finished_at = case when :finished then lantoa_now() end
            where day = :day and kind = :kind
            """)
        .param("some", some)
        .param("finished", finished)
        .param("day", run.day())
        .param("kind", run.kind())
        .update();
  }

  private static RetentionRun run(ResultSet row, int number) throws SQLException {
    var finished = row.getTimestamp("finished_at");
    return new RetentionRun(
        row.getObject("day", LocalDate.class),
        row.getString("kind"),
        row.getTimestamp("before").toInstant(),
        row.getLong("planned"),
        row.getLong("done"),
        finished == null ? null : finished.toInstant());
  }
}

package vn.lantoa.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DatabaseClock;

/// The register in PostgreSQL.
@Repository
@Transactional
class JdbcSubjectRequests implements SubjectRequests {

  private final JdbcClient jdbc;
  private final WorkingDays workingDays;
  private final DatabaseClock clock;

  JdbcSubjectRequests(JdbcClient jdbc, WorkingDays workingDays, DatabaseClock clock) {
    this.jdbc = jdbc;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  @Override
  public long open(NewRequest request, Actor actor) {
    var day = LocalDate.ofInstant(request.receivedAt(), Zones.VIETNAM);
    return jdbc.sql(
            """
            insert into subject_request (kind, unit_id, recipient_id, received_at, way, proof, wish, answer_by, done_by, actor)
            values (:kind, :unit, :recipient, :received, :way, :proof, :wish, :answerBy, :doneBy, :actor)
            returning id
            """)
        .param("kind", request.kind().name())
        .param("unit", request.unitId())
        .param("recipient", request.recipientId())
        .param("received", request.receivedAt().atOffset(ZoneOffset.UTC))
        .param("way", request.way().name())
        .param("proof", request.proof())
        .param("wish", request.wish())
        .param("answerBy", workingDays.after(day, ANSWER_WORKING_DAYS))
        .param("doneBy", day.plusDays(DONE_DAYS))
        .param("actor", actor.name())
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<SubjectRequest> find(long id) {
    return jdbc.sql("select * from subject_request where id = :id")
        .param("id", id)
        .query(JdbcSubjectRequests::request)
        .optional();
  }

  @Override
  public void verify(long id, String proof) {
    requireOpen(id);
    jdbc.sql("update subject_request set proof = :proof where id = :id")
        .param("proof", proof)
        .param("id", id)
        .update();
  }

  @Override
  public void answer(long id) {
    requireOpen(id);
    jdbc.sql(
            "update subject_request set answered_at = coalesce(answered_at, lantoa_now()) where id = :id")
        .param("id", id)
        .update();
  }

  @Override
  public void extend(long id, String why) {
    if (requireOpen(id).extendedWhy() != null) {
      throw new Refusal("privacy.extended-already");
    }
    jdbc.sql(
            "update subject_request set extended_why = :why, done_by = done_by + :days::int where id = :id")
        .param("why", why)
        .param("days", DONE_DAYS)
        .param("id", id)
        .update();
  }

  @Override
  public void close(long id, RequestStatus status, String outcome) {
    requireOpen(id);
    jdbc.sql(
            """
            update subject_request set status = :status, outcome = :outcome, closed_at = lantoa_now(),
              answered_at = coalesce(answered_at, lantoa_now())
            where id = :id
            """)
        .param("status", status.name())
        .param("outcome", outcome)
        .param("id", id)
        .update();
  }

  private SubjectRequest requireOpen(long id) {
    return jdbc.sql("select * from subject_request where id = :id and status = 'OPEN' for update")
        .param("id", id)
        .query(JdbcSubjectRequests::request)
        .optional()
        .orElseThrow(() -> new Refusal("privacy.request-closed"));
  }

  private static final String WITHIN =
      """
      select *
        from subject_request
       where unit_id in (select unit_and_below(:unit))
         and status = :status
         and (:kind::text is null or kind = :kind::text)
       order by closed_at desc nulls last,
                case when answered_at is null then least(answer_by, done_by) else done_by end, id
      offset :offset
       limit :limit
      """;

  @Override
  @Transactional(readOnly = true)
  public List<SubjectRequest> within(Wanted wanted, int offset, int limit) {
    return asked(WITHIN, wanted)
        .param("offset", offset)
        .param("limit", limit)
        .query(JdbcSubjectRequests::request)
        .list();
  }

  private static final String COUNT =
      """
      select count(*)
        from subject_request
       where unit_id in (select unit_and_below(:unit))
         and status = :status
         and (:kind::text is null or kind = :kind::text)
      """;

  @Override
  @Transactional(readOnly = true)
  public long count(Wanted wanted) {
    return asked(COUNT, wanted).query(Long.class).single();
  }

  private JdbcClient.StatementSpec asked(String statement, Wanted wanted) {
    var kind = wanted.kind();
    return jdbc.sql(statement)
        .param("unit", wanted.unitId())
        .param("status", wanted.status().name())
        .param("kind", kind == null ? null : kind.name());
  }

  @Override
  @Transactional(readOnly = true)
  public List<SubjectRequest> of(long recipientId) {
    return jdbc.sql(
            "select * from subject_request where recipient_id = :recipient order by id desc")
        .param("recipient", recipientId)
        .query(JdbcSubjectRequests::request)
        .list();
  }

  private static final String DUE =
      """
      select count(*) filter (where next < :today::date) as overdue,
             count(*) filter (where next >= :today::date and next <= :today::date + case when answered then 3 else 1 end) as soon
        from (select case when answered_at is null then least(answer_by, done_by) else done_by end as next,
                     answered_at is not null as answered
                from subject_request
               where status = 'OPEN' and unit_id in (select unit_and_below(:unit))) as open
      """;

  @Override
  @Transactional(readOnly = true)
  public Due due(long unitId) {
    return jdbc.sql(DUE)
        .param("today", LocalDate.ofInstant(clock.now(), Zones.VIETNAM))
        .param("unit", unitId)
        .query((row, _) -> new Due(row.getLong(1), row.getLong(2)))
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public long overdue() {
    return jdbc.sql(
            """
            select count(*) from subject_request
            where status = 'OPEN'
              and case when answered_at is null then least(answer_by, done_by) else done_by end < :today
            """)
        .param("today", LocalDate.ofInstant(clock.now(), Zones.VIETNAM))
        .query(Long.class)
        .single();
  }

  private static SubjectRequest request(ResultSet row, int number) throws SQLException {
    return new SubjectRequest(
        row.getLong("id"),
        RequestKind.valueOf(row.getString("kind")),
        RequestStatus.valueOf(row.getString("status")),
        row.getLong("unit_id"),
        row.getObject("recipient_id", Long.class),
        Objects.requireNonNull(instant(row.getTimestamp("received_at"))),
        RequestWay.valueOf(row.getString("way")),
        row.getString("proof"),
        row.getString("wish"),
        row.getObject("answer_by", LocalDate.class),
        instant(row.getTimestamp("answered_at")),
        row.getObject("done_by", LocalDate.class),
        row.getString("extended_why"),
        instant(row.getTimestamp("closed_at")),
        row.getString("outcome"),
        row.getString("actor"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}

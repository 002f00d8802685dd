package vn.lantoa.privacy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What a person asked about his data. That he asked, and what became of it, has to be proved; his
/// words have not.
@Repository
@Order(4)
class PersonInRequests implements PersonalData {

  private final JdbcClient jdbc;

  PersonInRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String HELD =
      """
      select received_at, kind, status, wish, outcome
        from subject_request
       where recipient_id = any(:ids::bigint[])
       order by id
      """;

  @Override
  @Transactional(readOnly = true)
  public List<Holding> of(DataSubject subject) {
    RowMapper<List<@Nullable Object>> cells =
        (row, _) -> {
          var some = new ArrayList<@Nullable Object>();
          some.add(row.getTimestamp("received_at").toInstant());
          for (var text : List.of("kind", "status", "wish", "outcome")) {
            some.add(row.getString(text));
          }
          return some;
        };
    var rows = jdbc.sql(HELD).param("ids", subject.array()).query(cells).list();
    return List.of(
        new Holding("requests", List.of("at", "request", "status", "wish", "outcome"), rows));
  }

  @Override
  @Transactional
  public void erase(DataSubject subject) {
    jdbc.sql(
            """
            update subject_request
            set wish = case when wish = '' then '' else :erased end,
                proof = without_person(proof, :patterns::text[]),
                outcome = without_person(outcome, :patterns::text[]),
                extended_why = without_person(extended_why, :patterns::text[])
            where recipient_id = any(:ids::bigint[])
            """)
        .param("erased", ERASED)
        .param("patterns", Patterns.of(subject).toArray(String[]::new))
        .param("ids", subject.array())
        .update();
  }
}

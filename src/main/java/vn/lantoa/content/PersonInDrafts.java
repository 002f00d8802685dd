package vn.lantoa.content;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.privacy.DataSubject;
import vn.lantoa.privacy.Holding;
import vn.lantoa.privacy.Patterns;
import vn.lantoa.privacy.PersonalData;

/// A person's number or address in a draft somebody of his unit or of one below left. Names stay:
/// in a draft they are somebody else's as often as not, and what is published was decided by two
/// people.
@Repository
@Order(3)
class PersonInDrafts implements PersonalData {

  private final JdbcClient jdbc;

  PersonInDrafts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Of an officer's words about other things nothing is handed out.
  @Override
  public List<Holding> of(DataSubject subject) {
    return List.of();
  }

  @Override
  @Transactional
  public void erase(DataSubject subject) {
    jdbc.sql(
            """
            update content_draft set fields = without_person(fields::text, :patterns::text[])::json
            where fields::text ~* any(:patterns::text[])
              and account_id in (select account_id from role_grant
                                 where unit_id in (select unit_and_below(:unit)))
            """)
        .param("unit", subject.unitId())
        .param("patterns", Patterns.addresses(subject.own()).toArray(String[]::new))
        .update();
  }
}

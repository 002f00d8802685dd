package vn.lantoa.audience;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who is reached at an address, in whatever unit.
@Repository
public class PeopleReachedAt {

  private final JdbcClient jdbc;

  PeopleReachedAt(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param id of the recipient
  public record Person(long id, long unitId) {}

  /// @param address in canonical form
  @Transactional(readOnly = true)
  public List<Person> of(String address) {
    return jdbc.sql(
            """
            select distinct r.id, r.unit_id from contact_point p join recipient r on r.id = p.recipient_id
            where p.address = :address and p.channel in ('sms', 'email') order by r.id
            """)
        .param("address", address)
        .query((row, _) -> new Person(row.getLong(1), row.getLong(2)))
        .list();
  }
}

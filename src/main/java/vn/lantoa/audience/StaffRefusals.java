package vn.lantoa.audience;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Refusals that staff of a unit wrote down: they hold for its people, and so have to go along with
/// a person, whichever way he comes to another list. Call it inside a transaction.
@Component
class StaffRefusals {

  private final JdbcClient jdbc;

  StaffRefusals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String FOLLOW =
      """
      with held as materialized (
        select s.id
          from suppression s
          join contact_point p on p.channel = s.channel and p.address = s.address
          join recipient r on r.id = p.recipient_id
         where r.id = :id and r.unit_id <> :to and s.lifted_at is null and s.units is not null
           and holds_in(s, r.unit_id) and not holds_in(s, :to::bigint)
         order by s.channel, s.address for no key update of s
      )
      update suppression s set units = units || :to::bigint from held where s.id = held.id
      """;

  /// What he told the staff where he is holds where he goes. To be called before he does.
  void follow(long recipientId, long toUnitId) {
    // Whoever is just writing down what he said holds him: it is there when this has him.
    jdbc.sql("select id from recipient where id = :id for update")
        .param("id", recipientId)
        .query(Long.class)
        .optional();
    jdbc.sql(FOLLOW).param("id", recipientId).param("to", toUnitId).update();
  }

  /// What one told holds for the other, who is the same person.
  void followOne(long recipientId, long other) {
    jdbc.sql("select unit_id from recipient where id = :other")
        .param("other", other)
        .query(Long.class)
        .optional()
        .ifPresent(unit -> follow(recipientId, unit));
  }
}

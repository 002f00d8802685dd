package vn.lantoa.audience;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.privacy.Perishable;

/// Consents a later word of the person has replaced, some time after that word.
@Repository
class PastConsents implements Perishable {

  private final JdbcClient jdbc;

  PastConsents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "past-consents";
  }

  @Override
  @Transactional(readOnly = true)
  public long due(Instant before) {
    return jdbc.sql(
            """
            select count(*) from consent_event e
            where exists (select from consent_event later where later.recipient_id = e.recipient_id
                            and later.channel = e.channel and later.id > e.id and later.at < :before)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional
  public int purge(Instant before, int most) {
    return jdbc.sql(
            """
            delete from consent_event where id in (
              select e.id from consent_event e
              where exists (select from consent_event later where later.recipient_id = e.recipient_id
                              and later.channel = e.channel and later.id > e.id and later.at < :before)
              order by e.id limit :most)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }
}

package vn.lantoa.audience;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.privacy.Perishable;

/// Suppressions that were lifted: addresses nobody has to spare any more.
@Repository
class PastRefusals implements Perishable {

  private final JdbcClient jdbc;

  PastRefusals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "past-refusals";
  }

  @Override
  @Transactional(readOnly = true)
  public long due(Instant before) {
    return jdbc.sql("select count(*) from suppression where lifted_at < :before")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional
  public int purge(Instant before, int most) {
    return jdbc.sql(
            """
            with held as materialized (
              select id from suppression where lifted_at < :before order by channel, address limit :most for update
            )
            delete from suppression s using held where s.id = held.id
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }
}

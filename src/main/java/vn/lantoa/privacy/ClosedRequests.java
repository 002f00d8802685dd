package vn.lantoa.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Requests that were closed long ago.
@Repository
class ClosedRequests implements Perishable {

  private final JdbcClient jdbc;

  ClosedRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "closed-requests";
  }

  @Override
  @Transactional(readOnly = true)
  public long due(Instant before) {
    return jdbc.sql("select count(*) from subject_request where closed_at < :before")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional
  public int purge(Instant before, int most) {
    return jdbc.sql(
            """
            delete from subject_request
            where id in (select id from subject_request where closed_at < :before order by id limit :most)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }
}

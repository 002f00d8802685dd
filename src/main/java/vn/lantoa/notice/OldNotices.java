package vn.lantoa.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.privacy.Perishable;

/// What people who work here were told long ago.
@Repository
class OldNotices implements Perishable {

  private final JdbcClient jdbc;

  OldNotices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "notices";
  }

  @Override
  @Transactional(readOnly = true)
  public long due(Instant before) {
    return jdbc.sql("select count(*) from notice where made_at < :before")
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
              select id from notice where made_at < :before order by id limit :most for update
            )
            delete from notice n using held where n.id = held.id
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }
}

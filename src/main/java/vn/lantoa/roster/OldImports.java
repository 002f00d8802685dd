package vn.lantoa.roster;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.privacy.Perishable;

/// That a list was taken in, long ago.
@Repository
class OldImports implements Perishable {

  private final JdbcClient jdbc;

  OldImports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "imports";
  }

  @Override
  @Transactional(readOnly = true)
  public long due(Instant before) {
    return jdbc.sql(
            """
            select count(*) from recipient_import i
            where i.at < :before and not exists (select from recipient_file f where f.import_id = i.id)
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
            delete from recipient_import where id in (
              select i.id from recipient_import i
              where i.at < :before and not exists (select from recipient_file f where f.import_id = i.id)
              order by i.id limit :most)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }
}

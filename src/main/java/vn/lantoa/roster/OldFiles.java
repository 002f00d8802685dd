package vn.lantoa.roster;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.privacy.Perishable;

/// Uploaded lists nobody works on any more: whole lists of people, with the rows that were refused.
@Repository
class OldFiles implements Perishable {

  private final JdbcClient jdbc;

  OldFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "recipient-files";
  }

  @Override
  @Transactional(readOnly = true)
  public long due(Instant before) {
    return jdbc.sql("select count(*) from recipient_file where at < :before")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  /// Files may be large.
  @Override
  public int part() {
    return 20;
  }

  @Override
  @Transactional
  public int purge(Instant before, int most) {
    return jdbc.sql(
            """
            delete from recipient_file
            where id in (select id from recipient_file where at < :before order by id limit :most)
            """)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }
}

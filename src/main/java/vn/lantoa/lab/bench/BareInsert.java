package vn.lantoa.lab.bench;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.lantoa.database.EmbeddedPostgres;

/// The same rows written by one plain `insert … select` into a table with the same columns,
/// constraints and indexes, but without triggers, queue or tally: what an expansion is compared
/// with. One statement, so that it makes no difference whether psql or this program sends it.
final class BareInsert {

  private final JdbcClient jdbc;

  /// By the owner, who alone may make a table.
  BareInsert(EmbeddedPostgres server) {
    var owner = server.owner();
    jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(server.url(), owner.user(), owner.password()));
  }

  /// @return rows a second, the commit included
  double run(long campaign) {
    jdbc.sql("create table bare_delivery (like delivery including all)").update();
    long begun = System.nanoTime();
    int rows =
        jdbc.sql(
                """
                insert into bare_delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id,
                  recipient_name, address, status, not_before, expires_at)
                select run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name, address,
                  'PENDING', not_before, expires_at
                from delivery where campaign_id = :campaign
                """)
            .param("campaign", campaign)
            .update();
    return rows / (Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3);
  }
}

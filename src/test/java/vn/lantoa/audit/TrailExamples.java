package vn.lantoa.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Actor;
import vn.lantoa.database.DataDirectory;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.database.TestDatabase;

/// The audit trail over a database of its own, with the data folder of one node.
record TrailExamples(
    DataSource database,
    JdbcClient jdbc,
    TransactionTemplate transaction,
    JdbcAuditTrail trail,
    Sealer sealer,
    DailyFiles files,
    JdbcChain chain) {

  static TrailExamples in(Path folder) throws IOException {
    var database = TestDatabase.create();
    var jdbc = JdbcClient.create(database);
    var transactions = new DataSourceTransactionManager(database);
    var system = InstantSource.system();
    try (var data = DataDirectory.open(folder)) {
      var files =
          new DailyFiles(jdbc, database, transactions, new DatabaseClock(jdbc, system), data);
      return new TrailExamples(
          database,
          jdbc,
          new TransactionTemplate(transactions),
          new JdbcAuditTrail(jdbc, system),
          new Sealer(jdbc, transactions),
          files,
          new JdbcChain(jdbc, database, transactions, files));
    }
  }

  /// @return their ids, in order
  List<Long> sealed(int entries) {
    var ids = IntStream.range(0, entries).mapToObj(_ -> write("campaign:1")).toList();
    sealer.run();
    return ids;
  }

  long write(String subject) {
    trail.record(new Actor(null, "Nguyễn Thị Lan"), "campaign.change", subject, "Đợt 1");
    return jdbc.sql("select max(id) from audit_entry").query(Long.class).single();
  }

  /// Whom no right and no trigger stops.
  void tamper(String statements) {
    TestDatabase.asSuperuser(jdbc, "set session_replication_role = replica; " + statements);
  }

  void pass(Duration time) {
    jdbc.sql("update clock set shift = shift + make_interval(secs => :seconds)")
        .param("seconds", time.toSeconds())
        .update();
  }

  long count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Long.class).single();
  }
}

package vn.lantoa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.testing.Eventually.eventually;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.testing.Eventually;

/// Real deadlocks, made with a second connection that takes two rows the other way round.
@Timeout(300)
class RetriesTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Retries retries = new Retries(meters);
  private DataSource database;
  private JdbcClient jdbc;
  private TransactionTemplate transaction;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    TestDatabase.asSuperuser(
        jdbc,
        "create table pair (id int primary key, n int not null); grant all on pair to lantoa");
    jdbc.sql("insert into pair values (1, 0), (2, 0)").update();
  }

  /// As the pool says it: without a state.
  @Test
  void whereThereIsNoConnectionThatIsWhatIsSaid() {
    var none = new SQLTransientConnectionException("none is free");

    assertThatThrownBy(() ->
            retries.run(
                "test",
                () -> {
                  throw new CannotGetJdbcConnectionException("none", none);
                }))
        .hasRootCause(none);
  }

  @Test
  void whatPostgresEndsForADeadlockIsDoneAgainAsAWhole() throws Exception {
    var tries = new AtomicInteger();

    int answer;
    try (var other = new Crossing()) {
      answer =
          retries.get(
              "test",
              transaction,
              () -> {
                raise(1);
                if (tries.incrementAndGet() == 1) {
                  other.wantTheFirstToo();
                }
                raise(2);
                return tries.get();
              });
    }

    // On a busy machine the other one may come across it once more.
    assertThat(answer).isGreaterThan(1);
    // Once by this one, however often it was begun, and once by the other.
    assertThat(sum()).isEqualTo(2 + 2);
    assertThat(meters.counter("lantoa.retries", "what", "test").count()).isEqualTo(answer - 1);
    // The statistics come a little later.
    eventually().until(() -> deadlocks() == answer - 1);
  }

  @Test
  void withinATransactionWhoeverBeganItDoesAllOfItAgain() throws Exception {
    var inner = new AtomicInteger();
    var outer = new AtomicInteger();

    try (var other = new Crossing()) {
      retries.get(
          "outer",
          transaction,
          () -> {
            raise(1);
            if (outer.incrementAndGet() == 1) {
              other.wantTheFirstToo();
            }
            retries.get(
                "inner",
                transaction,
                () -> {
                  inner.incrementAndGet();
                  raise(2);
                  return true;
                });
            return true;
          });
    }

    assertThat(outer).hasValue(2);
    assertThat(inner).hasValue(2);
    assertThat(sum()).isEqualTo(2 + 2);
    assertThat(meters.counter("lantoa.retries", "what", "outer").count()).isEqualTo(1);
    assertThat(meters.counter("lantoa.retries", "what", "inner").count()).isZero();
  }

  @Test
  void endsAfterSoManyTriesAndSaysSo() {
    var tries = new AtomicInteger();

    assertThatThrownBy(() ->
            retries.run(
                "test",
                () -> {
                  tries.incrementAndGet();
                  jdbc.sql("do $$ begin raise 'not in a row' using errcode = '40001'; end $$")
                      .update();
                }))
        .isInstanceOf(PessimisticLockingFailureException.class);

    assertThat(tries).hasValue(5);
    assertThat(meters.counter("lantoa.retries", "what", "test").count()).isEqualTo(4);
    assertThat(meters.counter("lantoa.retries.in.vain", "what", "test").count()).isEqualTo(1);
  }

  @Test
  void nothingElseIsDoneAgain() {
    var tries = new AtomicInteger();

    assertThatThrownBy(() ->
            retries.run(
                "test",
                () -> {
                  tries.incrementAndGet();
                  jdbc.sql("insert into pair values (1, 0)").update();
                }))
        .isInstanceOf(DataIntegrityViolationException.class);

    assertThat(tries).hasValue(1);
    assertThat(meters.find("lantoa.retries").counter()).isNull();
  }

  private void raise(int id) {
    jdbc.sql("update pair set n = n + 1 where id = :id").param("id", id).update();
  }

  private int sum() {
    return jdbc.sql("select sum(n) from pair").query(Integer.class).single();
  }

  private long deadlocks() {
    return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }

  /// Somebody who holds row 2, and then waits for row 1 so patiently that it is another who looks
  /// for a deadlock, and is the one that PostgreSQL ends.
  private final class Crossing implements AutoCloseable {

    private final Connection connection;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    Crossing() throws SQLException {
      connection = database.getConnection();
      execute("set deadlock_timeout = '10min'");
      connection.setAutoCommit(false);
      execute("update pair set n = n + 1 where id = 2");
    }

    /// Returns when it waits for it.
    void wantTheFirstToo() {
      Thread.ofVirtual()
          .start(() -> {
            try {
              execute("update pair set n = n + 1 where id = 1");
              connection.commit();
              end.complete(null);
            } catch (SQLException | RuntimeException e) {
              end.completeExceptionally(e);
            }
          });
      var jdbc = JdbcClient.create(database);
      eventually().until(() -> TestDatabase.waiting(jdbc) > 0);
    }

    @Override
    public void close() throws Exception {
      assertThat(end).succeedsWithin(Eventually.PATIENCE);
      connection.setAutoCommit(true);
      execute("reset deadlock_timeout");
      connection.close();
    }

    private void execute(String sql) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}

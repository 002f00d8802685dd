package vn.lantoa.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.testing.TestServer;
import vn.lantoa.testing.WebVisitor;

/// One person's requests leave room for everybody else's.
@Timeout(120)
class PersonalTurnsTest {

  private static final int CONNECTIONS = 20;
  private static final int REQUESTS = 60;
  private static final int KEPT = 42;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start(Map.of("lantoa.db.pool-size", "" + CONNECTIONS));
    ConsoleExamples.fill(server.context());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// The pages he asks for cannot be read as long as somebody holds the table.
  @Test
  void whoAsksForMuchAtOnceWaitsAndLeavesTheOthersTheirs() throws Exception {
    var eager = visitor(ConsoleExamples.OFFICER);
    var other = visitor(ConsoleExamples.APPROVER);

    try (var clients = Executors.newVirtualThreadPerTaskExecutor();
        var holder = server.get(DataSource.class).getConnection()) {
      holder.setAutoCommit(false);
      TestDatabase.execute(holder, "lock table station in access exclusive mode");
      var answers = asked(clients, () -> eager.open("/dai").statusCode());

      for (int i = 0; i < REQUESTS - KEPT; i++) {
        assertThat(answers.take().get()).isEqualTo(429);
      }
      assertThat(other.open("/noi-dung").statusCode()).isEqualTo(200);

      holder.rollback();
      for (int i = 0; i < KEPT; i++) {
        assertThat(answers.take().get()).isEqualTo(200);
      }
    }
  }

  /// Whoever has not been let in by then is told to come again.
  @Test
  void withoutAConnectionThePageSaysSo() throws Exception {
    var visitor = visitor(ConsoleExamples.APPROVER);
    var taken = new ArrayList<Connection>();
    try {
      while (taken.size() < CONNECTIONS) {
        taken.add(server.get(DataSource.class).getConnection());
      }
      var answer = visitor.open("/noi-dung");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("Hệ thống đang rất bận");
    } finally {
      for (var connection : taken) {
        connection.close();
      }
    }
  }

  private static CompletionService<Integer> asked(ExecutorService clients, Callable<Integer> one) {
    var answers = new ExecutorCompletionService<Integer>(clients);
    for (int i = 0; i < REQUESTS; i++) {
      answers.submit(one);
    }
    return answers;
  }

  private static WebVisitor visitor(String name) throws Exception {
    var visitor = new WebVisitor(server);
    visitor.logIn(name, ConsoleExamples.PASSWORD);
    return visitor;
  }
}

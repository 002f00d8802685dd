package vn.lantoa.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.security.Access;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Permission;
import vn.lantoa.testing.TestServer;
import vn.lantoa.testing.WebVisitor;

/// Not part of the gate: measures what `src/docs/performance.md` says about the door. `mvn test
/// -Dtest=DoorSpeed`.
class DoorSpeed {

  private static final int CHECKS = 200_000;
  private static final int AT_ONCE = 4;
  private static final int LOGINS = 10;

  @Test
  void measures() throws Exception {
    try (var server = TestServer.start(TestServer.HASHING_IN_EARNEST)) {
      var examples = ConsoleExamples.fill(server.context());
      for (int round = 0; round < 3; round++) {
        checks(server, examples);
      }
      for (int round = 0; round < 3; round++) {
        logins(server);
      }
    }
  }

  /// Of an officer at a unit two steps below his own, who has one role and one grant.
  private static void checks(TestServer server, ConsoleExamples examples) {
    var access = server.get(Access.class);
    var account = server.get(Accounts.class).byUsername(ConsoleExamples.OFFICER).orElseThrow();
    long unit = examples.commune().id();
    var took = new ArrayList<Duration>();
    long begun = System.nanoTime();
    for (int check = 0; check < CHECKS; check++) {
      long at = System.nanoTime();
      if (!access.may(account, Permission.KEEP_PEOPLE, unit)) {
        throw new AssertionError("An officer keeps the people of his unit");
      }
      took.add(Duration.ofNanos(System.nanoTime() - at));
    }
    print("check, mean, µs", (System.nanoTime() - begun) / 1e3 / CHECKS);
    print("check, 99th, µs", place(took, 99).toNanos() / 1e3);
  }

  /// By the form: the page with its token, then name and password, up to the first page's address.
  private static void logins(TestServer server) throws Exception {
    var took = new ArrayList<Duration>();
    try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<List<Duration>>> all = new ArrayList<>();
      for (int one = 0; one < AT_ONCE; one++) {
        all.add(() -> logins(server, LOGINS));
      }
      for (var one : people.invokeAll(all)) {
        took.addAll(one.get());
      }
    }
    print("login of " + AT_ONCE + " at once, median, ms", place(took, 50).toNanos() / 1e6);
    print("login of " + AT_ONCE + " at once, longest, ms", place(took, 100).toNanos() / 1e6);
  }

  private static List<Duration> logins(TestServer server, int many) throws Exception {
    var took = new ArrayList<Duration>();
    for (int login = 0; login < many; login++) {
      var visitor = new WebVisitor(server);
      long begun = System.nanoTime();
      visitor.logIn(ConsoleExamples.OFFICER, ConsoleExamples.PASSWORD);
      took.add(Duration.ofNanos(System.nanoTime() - begun));
    }
    return took;
  }

  private static Duration place(List<Duration> all, int percent) {
    return all.stream().sorted().toList().get(Math.max(0, all.size() * percent / 100 - 1));
  }

  private static void print(String what, double figure) {
    System.out.printf("DOOR %-40s %10.2f%n", what, figure);
  }
}

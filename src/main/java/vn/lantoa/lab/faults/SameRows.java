package vn.lantoa.lab.faults;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import vn.lantoa.common.Channel;

/// R26: for a minute two nodes send text messages with every core busy, and everything happens to
/// the same rows: answers, reports to both nodes at once, pauses, cancels, refusals, and leases
/// that end while their messages are on the wire. Nobody may see an error, nothing may be lost, and
/// PostgreSQL may find no two that wait for each other.
final class SameRows implements Trial {

  /// One campaign after the other, so that each act meets one that is being sent.
  private static final Duration BETWEEN_CAMPAIGNS = Duration.ofSeconds(2);

  private static final int PACE = 100;

  /// Past every lease (a minute, and ten seconds for the answer), and back. No further: two minutes
  /// after the wire the program believes that nothing can be on its way any more. The jump takes as
  /// much away from them, and a sender alone may wait for twenty seconds.
  private static final Duration JUMP = Duration.ofSeconds(75);

  /// Fewer reported on would say nothing. A busy machine needs longer than the trial is to last.
  private static final int REPORTED = 100;

  private static final Duration LONGEST = Duration.ofSeconds(120);

  @Override
  public String id() {
    return "R26";
  }

  @Override
  public void run(Bench bench, RandomGenerator random, Findings findings) {
    var settings =
        Map.<String, Object>of(
            "lantoa.public-url",
            Reports.ADDRESS + "${server.port}",
            "lantoa.channels.sms.per-second",
            PACE,
            "lantoa.channels.sms.workers",
            32,
            "lantoa.delivery.sweep-every",
            "200ms");
    var nodes = List.of(bench.node(settings), bench.node(settings));
    nodes.forEach(Node::awaitUp);
    long deadlocks = deadlocks(bench);
    var sendings = new CopyOnWriteArrayList<Sending>();
    plan(bench, sendings);
    var reports = new Reports(nodes);
    var throwers = new Throwers();
    try (var _ = new BusyCores();
        throwers) {
      throwers.start("campaigns", () -> plan(bench, sendings));
      throwers.start("reports", () -> reports.on(taken(bench, sendings)));
      throwers.start("recoveries", () -> jump(bench));
      throwers.start(
          "refusals", () -> on(bench, sendings, sending -> refuse(bench, nodes, sending)));
      for (var node : nodes) {
        var officer = new Administrator(node, Desk.OFFICER);
        throwers.start("pauses", () -> on(bench, sendings, sending -> pause(officer, sending)));
      }
      var officer = new Administrator(nodes.getLast(), Desk.OFFICER);
      throwers.start("cancels", () -> on(bench, sendings, sending -> cancel(officer, sending)));
      Waiting.pause(bench.lasting());
      Waiting.until(LONGEST, () -> reports.kept().size() >= REPORTED);
    }
    int reported = reports.kept().size();
    long accepted = sendings.stream().mapToLong(sending -> bench.accepted(sending)).sum();
    // What was put off during a jump is due then; and no clock moves while the rest is sent.
    bench.postgres().shiftClock(JUMP);
    resume(nodes.getFirst(), sendings);
    awaitSettled(bench, sendings);
    LookUpTime.pass(bench, JUMP, sendings);
    boolean settled = awaitSettled(bench, sendings);
    var said = nodes.stream().flatMap(node -> complaints(node).stream()).toList();
    nodes.forEach(Node::kill);

    for (var what :
        List.of("campaigns", "reports", "pauses", "cancels", "refusals", "recoveries")) {
      findings.note(what, throwers.done(what));
    }
    findings.note("accepted", accepted);
    findings.least("reported", reported, REPORTED);
    findings.none("errors", throwers.errors());
    findings.none("errors-said", said);
    findings.none("reports-failed", reports.failed());
    findings.none("reports-lost", lost(bench, sendings, reports));
    findings.none("deadlocks", deadlocks(bench) - deadlocks);
    findings.accounts(sendings.stream().map(bench::verdict).toList());
    findings.isTrue("settled", settled);
  }

  private long plan(Bench bench, List<Sending> sendings) {
    var crowd = bench.desk().people(id(), Math.max(20, bench.recipients() / 4));
    sendings.add(bench.desk().plan(crowd, Duration.ZERO, Channel.SMS));
    Waiting.pause(BETWEEN_CAMPAIGNS);
    return 1;
  }

  private static List<JournalEntry> taken(Bench bench, List<Sending> sendings) {
    return sendings.stream().flatMap(sending -> bench.journal(sending).stream()).toList();
  }

  /// On the campaign that is being sent; one that has not begun yet has no rows.
  private static long on(Bench bench, List<Sending> sendings, ToLongFunction<Sending> act) {
    var begun = sendings.stream().filter(sending -> bench.accepted(sending) > 0).toList();
    if (begun.isEmpty()) {
      Waiting.pause(Duration.ofMillis(50));
      return 0;
    }
    return act.applyAsLong(begun.getLast());
  }

  private static boolean awaitSettled(Bench bench, List<Sending> sendings) {
    return Waiting.until(
        LONGEST,
        Duration.ofMillis(500),
        () ->
            sendings.stream()
                .allMatch(sending -> bench.ledger().awaitSettled(sending, Duration.ZERO)));
  }

  private static long jump(Bench bench) {
    Waiting.pause(Duration.ofMillis(1_200));
    bench.postgres().shiftClock(JUMP);
    Waiting.pause(Duration.ofMillis(400));
    bench.postgres().shiftClock(Duration.ZERO);
    return 1;
  }

  private static long pause(Administrator officer, Sending sending) {
    officer.pause(sending.campaign());
    Waiting.pause(Duration.ofMillis(100));
    officer.resume(sending.campaign());
    Waiting.pause(Duration.ofMillis(700));
    return 1;
  }

  /// Every third campaign, while it is being sent.
  private static long cancel(Administrator officer, Sending sending) {
    Waiting.pause(Duration.ofMillis(500));
    if (sending.campaign() % 3 != 0) {
      return 0;
    }
    officer.cancel(sending.campaign());
    Waiting.pause(BETWEEN_CAMPAIGNS);
    return 1;
  }

  /// By the link that stands in every letter; who is asked next is the last in line.
  private static long refuse(Bench bench, List<Node> nodes, Sending sending) {
    Waiting.pause(Duration.ofMillis(100));
    var addresses = sending.addresses().getOrDefault(Channel.SMS, List.of());
    var address = addresses.get(addresses.size() - 1 - (int) (System.nanoTime() % 20));
    var path = bench.desk().wayOut(sending, Channel.SMS, address);
    for (var node : nodes) {
      var request =
          HttpRequest.newBuilder(node.address().resolve(path))
              .POST(BodyPublishers.noBody())
              .build();
      try (var http = HttpClient.newHttpClient()) {
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
          throw new BenchFailure("no-form", status + " " + path);
        }
      } catch (java.io.IOException e) {
        throw new BenchFailure("no-form", e);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new BenchFailure("interrupted");
      }
    }
    return 1;
  }

  private static void resume(Node node, List<Sending> sendings) {
    var officer = new Administrator(node, Desk.OFFICER);
    sendings.forEach(sending -> officer.resume(sending.campaign()));
  }

  /// Deliveries of which a node said that it kept the report, and the ledger does not know it.
  private static List<String> lost(Bench bench, List<Sending> sendings, Reports reports) {
    var kept = reports.kept();
    var lost = new ArrayList<String>();
    for (var sending : sendings) {
      bench.ledger().of(sending).stream()
          .filter(row -> kept.contains(row.id()) && !row.status().equals("DELIVERED"))
          .forEach(row -> lost.add(row.id() + " " + row.status() + " " + row.reason()));
    }
    return lost;
  }

  private static List<String> complaints(Node node) {
    return node.child()
        .output()
        .lines()
        .filter(line ->
            line.contains(" ERROR ")
                || line.contains("deadlock")
                || line.contains("could not commit")
                || line.contains("not kept"))
        .limit(5)
        .toList();
  }

  private static long deadlocks(Bench bench) {
    return bench
        .postgres()
        .jdbc()
        .sql("select deadlocks from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }
}

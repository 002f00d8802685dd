package vn.lantoa.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.Outcomes.Settlement;

/// Nodes that claim and send, and everything that brings a delivery back behind their marks: given
/// back, put off, tried again, recovered, sent again by a person, paused and resumed, or locked by
/// somebody just when they came by. A seed says what happens. Time is the database's, moved on by
/// hand.
final class RandomSending implements AutoCloseable {

  private static final int DELIVERIES = 150;
  private static final Actor OFFICER = new Actor(1L, "can-bo");

  private final JdbcClient jdbc;
  private final Random random;
  private final List<SendingNode> nodes;
  private final JdbcOutcomes outcomes;
  private final JdbcRedelivery redelivery;
  private final JdbcChannelPauses pauses;
  private final OpenTransactions others;
  private final Map<Long, Long> dueSince = new HashMap<>();
  private long millis;
  private long sweptAt;
  private boolean calm;
  private int sentAgain;

  /// @param look how long it takes to look behind a mark
  RandomSending(DataSource database, int nodes, Duration look, long seed) {
    jdbc = JdbcClient.create(database);
    random = new Random(seed);
    outcomes = LedgerExamples.outcomes(jdbc, database);
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    redelivery = new JdbcRedelivery(jdbc, transaction, LedgerExamples.retries());
    pauses = new JdbcChannelPauses(jdbc, _ -> {});
    others = new OpenTransactions(database);
    LedgerExamples.runningCampaign(jdbc, DELIVERIES);
    LedgerExamples.anotherCampaign(jdbc, DELIVERIES);
    this.nodes =
        IntStream.range(0, nodes).mapToObj(i -> "node-" + i).map(name -> node(name, look)).toList();
  }

  private SendingNode node(String name, Duration look) {
    var queue = LedgerExamples.queue(jdbc, name);
    var dear =
        (DeliveryQueue)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DeliveryQueue.class},
                (_, method, arguments) -> {
                  try {
                    var result = method.invoke(queue, arguments);
                    if (method.getName().equals("claimBehind")
                        && ((List<?>) result).size() < (int) arguments[1]) {
                      // A look that stops on its way has walked a part of it only.
                      pass(look.toMillis());
                    }
                    return result;
                  } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                  }
                });
    return new SendingNode(jdbc, name, dear, random, () -> millis * 1_000_000);
  }

  /// About a second.
  void step() throws SQLException {
    pass(200 + random.nextInt(1_300));
    others.end(millis);
    if (!calm) {
      happen();
    }
    for (var node : nodes) {
      node.claim().forEach(delivery -> dueSince.remove(delivery.id()));
      if (calm) {
        node.sendAll();
      } else {
        node.work(LedgerExamples.clock(jdbc).read());
      }
    }
    if (millis - sweptAt > 5_000) {
      sweptAt = millis;
      nodes.getFirst().recover();
    }
    look();
  }

  /// Nothing happens any more but sending.
  void calmDown() throws SQLException {
    calm = true;
    others.end(Long.MAX_VALUE);
    jdbc.sql("update campaign set status = 'RUNNING'").update();
    pauses.resume(Channel.SMS, OFFICER);
  }

  /// What is due, and nothing forbids it, and nobody has claimed for longer than this.
  List<Long> waiting(Duration longest) {
    return dueSince.entrySet().stream()
        .filter(due -> millis - due.getValue() > longest.toMillis())
        .map(Map.Entry::getKey)
        .toList();
  }

  long open() {
    return jdbc.sql("select count(*) from queue").query(Long.class).single();
  }

  /// How often a delivery was there again.
  int cameBack() {
    return sentAgain + nodes.stream().mapToInt(SendingNode::gaveBack).sum();
  }

  @Override
  public void close() throws SQLException {
    others.end(Long.MAX_VALUE);
  }

  private void happen() throws SQLException {
    switch (random.nextInt(50)) {
      // Rarely: what is resumed, or begins anew, has no marks and hides nothing.
      case 0 -> toggleCampaign();
      case 1 -> toggleChannel();
      case 2 -> nodes.get(random.nextInt(nodes.size())).crash();
      case 3, 4, 5, 6, 7, 8, 9, 10 -> sentAgain += redelivery.resend(some("FAILED", 20), OFFICER);
      case 11, 12, 13, 14, 15, 16, 17, 18 ->
          sentAgain += outcomes.settle(some("UNCERTAIN", 20), Settlement.SEND_AGAIN, OFFICER);
      case 19, 20, 21, 22, 23 -> others.lock(some("PENDING", 15), until());
      case 24, 25, 26, 27, 28 -> others.sendAgain(some("FAILED", 5), until());
      default -> {}
    }
    if (!pauses.all().isEmpty() && random.nextInt(5) == 0) {
      toggleChannel();
    }
  }

  private void toggleCampaign() {
    jdbc.sql(
            """
            update campaign set status = case status when 'RUNNING' then 'PAUSED' else 'RUNNING' end
            where id = (select id from campaign order by id offset :which limit 1)
            """)
        .param("which", random.nextInt(2))
        .update();
  }

  private void toggleChannel() {
    if (pauses.all().isEmpty()) {
      pauses.pause(Channel.SMS, "Hết tiền", OFFICER);
    } else {
      pauses.resume(Channel.SMS, OFFICER);
    }
  }

  private List<Long> some(String status, int most) {
    var all =
        new ArrayList<>(
            jdbc.sql("select id from delivery_now where status = :status order by id")
                .param("status", status)
                .query(Long.class)
                .list());
    all.removeAll(others.touched());
    // A node that files what is not its own any more would wait for whoever holds it now: here,
    // where one thread does everything, for ever.
    all.removeIf(id -> nodes.stream().anyMatch(node -> node.holds(id)));
    java.util.Collections.shuffle(all, random);
    return all.subList(0, Math.min(most, all.size()));
  }

  private long until() {
    return millis + 500 + random.nextInt(4_000);
  }

  private void pass(long more) {
    millis += more;
    jdbc.sql("update clock set shift = make_interval(secs => :seconds)")
        .param("seconds", millis / 1e3)
        .update();
  }

  private void look() {
    var due =
        jdbc.sql(
                """
                select q.delivery_id from queue q join wave_run r on r.id = q.run_id
                join campaign c on c.id = r.campaign_id
                where q.state = 'PENDING' and q.not_before <= lantoa_now() and q.expires_at > lantoa_now()
                  and c.status = 'RUNNING'
                  and not exists (select from channel_pause p where p.channel = q.channel)
                """)
            .query(Long.class)
            .list();
    due.removeAll(others.touched());
    dueSince.keySet().retainAll(due);
    due.forEach(id -> dueSince.putIfAbsent(id, millis));
  }
}

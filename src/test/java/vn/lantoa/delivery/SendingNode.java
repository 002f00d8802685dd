package vn.lantoa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;

/// A node whose deliveries end in every way there is, as chance has it.
final class SendingNode {

  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final Duration IDLE = Duration.ofSeconds(1);

  /// Worked off in one step; the others wait in the node.
  private static final int WORKERS = 8;

  private final DeliveryQueue queue;
  private final LedgerTurns turns;
  private final Random random;
  private final LongSupplier nanos;
  private final List<ClaimedDelivery> held = new ArrayList<>();
  private Claims claims;
  private int gaveBack;

  SendingNode(
      JdbcClient jdbc, String name, DeliveryQueue queue, Random random, LongSupplier nanos) {
    this.queue = queue;
    this.turns = LedgerExamples.turns(jdbc, name);
    this.random = random;
    this.nanos = nanos;
    this.claims = claims();
  }

  /// @return what it claimed; so many that none waits for the others
  List<ClaimedDelivery> claim() {
    var claimed = new ArrayList<>(claims.ahead(50 + random.nextInt(50)));
    int most = 1 + random.nextInt(12);
    List<ClaimedDelivery> found;
    do {
      found = claims.behind(most);
      claimed.addAll(found);
    } while (found.size() == most);
    held.addAll(claimed);
    return claimed;
  }

  void work(Instant now) {
    var back = new ArrayList<ClaimedDelivery>();
    var later = new ArrayList<ClaimedDelivery>();
    for (var delivery : take(WORKERS)) {
      switch (random.nextInt(16)) {
        case 0, 1 -> send(delivery, DeliveryStatus.SENT, null);
        case 2, 3, 4 -> send(delivery, DeliveryStatus.FAILED, null);
        case 5 -> turns.commit(Channel.SMS, null, delivery, "main"); // Nobody ever hears of it.
        case 6 -> send(delivery, DeliveryStatus.PENDING, Duration.ZERO);
        case 7, 8 ->
            send(delivery, DeliveryStatus.PENDING, Duration.ofMillis(random.nextInt(9_000)));
        case 9, 10 -> later.add(delivery);
        case 11, 12 -> held.add(delivery);
        default -> back.add(delivery);
      }
    }
    gaveBack += back.size() + later.size();
    queue.release(back);
    queue.postpone(later, now.plusMillis(random.nextInt(20_000)), null);
  }

  void sendAll() {
    take(held.size()).forEach(delivery -> send(delivery, DeliveryStatus.SENT, null));
  }

  /// Dies, and is started again at once; what it held is recovered when the lease is over.
  void crash() {
    held.clear();
    claims = claims();
  }

  void recover() {
    queue.recoverLapsed();
  }

  /// Whether it thinks so; another may have it by now.
  boolean holds(long id) {
    return held.stream().anyMatch(delivery -> delivery.id() == id);
  }

  int gaveBack() {
    return gaveBack;
  }

  private Claims claims() {
    return new Claims(queue, Channel.SMS, LEASE, IDLE, nanos);
  }

  private void send(ClaimedDelivery delivery, DeliveryStatus ends, @Nullable Duration pause) {
    if (turns.commit(Channel.SMS, null, delivery, "main")) {
      var result = new AttemptResult(delivery, ends, ends.name(), "", null, pause, true);
      turns.commit(Channel.SMS, result, null, "");
      gaveBack += ends == DeliveryStatus.PENDING ? 1 : 0;
    }
  }

  private List<ClaimedDelivery> take(int most) {
    var first = held.subList(0, Math.min(most, held.size()));
    var taken = List.copyOf(first);
    first.clear();
    return taken;
  }
}

package vn.lantoa.lab.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Channel;

/// What the stand-ins got: the last messages of each channel, and how many there were in all. A
/// message is read only when somebody looks at it, so that a hundred thousand letters cost neither
/// time nor memory.
public class SandboxInbox {

  private static final int KEPT = 2_000;

  private final Map<Channel, Box> boxes = new ConcurrentHashMap<>();
  private final AtomicInteger callbacks = new AtomicInteger();
  private final Witness witness;

  public SandboxInbox() {
    this(Witness.none());
  }

  /// @param witness hears of each message before its sender is answered
  public SandboxInbox(Witness witness) {
    this.witness = witness;
  }

  /// Newest first.
  ///
  /// @param channel null: of all channels
  public List<SandboxMessage> latest(@Nullable Channel channel, int limit) {
    return boxes.entrySet().stream()
        .filter(box -> channel == null || box.getKey().equals(channel))
        .flatMap(box -> box.getValue().latest(limit).stream())
        .sorted(Comparator.comparing(SandboxMessage::at).reversed())
        .limit(limit)
        .toList();
  }

  /// How many messages each channel got since the start.
  public Map<Channel, Long> counts() {
    var counts = new TreeMap<Channel, Long>();
    boxes.forEach((channel, box) -> counts.put(channel, box.count()));
    return counts;
  }

  /// Receipts that are promised and not delivered yet.
  public int callbacksOutstanding() {
    return callbacks.get();
  }

  void add(Channel channel, String to, String mark, Supplier<SandboxMessage> message) {
    witness.accepted(channel, to, mark);
    boxes.computeIfAbsent(channel, _ -> new Box()).add(message);
  }

  void callbackPromised() {
    callbacks.incrementAndGet();
  }

  void callbackEnded() {
    callbacks.decrementAndGet();
  }

  private static final class Box {
    private final Deque<Supplier<SandboxMessage>> newest = new ArrayDeque<>(KEPT);
    private long count;

    synchronized void add(Supplier<SandboxMessage> message) {
      count++;
      newest.addFirst(message);
      if (newest.size() > KEPT) {
        newest.removeLast();
      }
    }

    List<SandboxMessage> latest(int limit) {
      List<Supplier<SandboxMessage>> found;
      synchronized (this) {
        found = new ArrayList<>(newest.stream().limit(limit).toList());
      }
      return found.stream().map(Supplier::get).toList();
    }

    synchronized long count() {
      return count;
    }
  }
}

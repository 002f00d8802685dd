package vn.lantoa.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Channel;
import vn.lantoa.content.Renderer.RenderFailure;

/// One try of one delivery: compose, commit that it may be on the wire, hand over, file what came
/// of it. No database connection is held while the provider is asked.
///
/// A worker that goes straight on to its next delivery files the last one and puts the next on the
/// wire with one and the same commit, shared with all workers who come to it at the same moment. So
/// at most as many deliveries as there are workers are ever between "may be on the wire" and
/// "filed".
@Component
class DeliveryAttempt {

  private static final Logger log = LoggerFactory.getLogger(DeliveryAttempt.class);

  /// Turns in one transaction. More only makes everyone wait longer.
  private static final int GROUP = 256;

  private final MessageComposer composer;
  private final DeliveryQueue queue;
  private final RouteGateway routes;
  private final JdbcOutcomes outcomes;
  private final TransactionTemplate transaction;
  private final Map<Channel, GroupCommit<Turn, Boolean>> commits = new ConcurrentHashMap<>();

  DeliveryAttempt(
      MessageComposer composer,
      DeliveryQueue queue,
      RouteGateway routes,
      JdbcOutcomes outcomes,
      TransactionTemplate transaction) {
    this.composer = composer;
    this.queue = queue;
    this.routes = routes;
    this.outcomes = outcomes;
    this.transaction = transaction;
  }

  /// Files what came of the last delivery and sends the next.
  ///
  /// When this throws, neither is done and both may be asked for again: nothing has left.
  ///
  /// @param last null: there is nothing to file
  /// @return what came of `next`, to be filed; null when it must not be sent
  @Nullable AttemptResult fileAndSend(@Nullable AttemptResult last, ClaimedDelivery next) {
    OutgoingMessage message;
    try {
      message = composer.compose(next);
    } catch (RenderFailure e) {
      log.warn("delivery={} cannot be composed and fails: {}", next.id(), e.getMessage());
      if (last != null) {
        file(last);
      }
      return AttemptResult.notComposed(next, String.valueOf(e.getMessage()));
    }
    var maySend = commit(next.channel(), new Turn(last, next));
    return maySend ? outcomes.judge(next, routes.deliver(message)) : null;
  }

  void file(AttemptResult last) {
    commit(last.delivery().channel(), new Turn(last, null));
  }

  private boolean commit(Channel channel, Turn turn) {
    return commits
        .computeIfAbsent(channel, _ -> new GroupCommit<>(GROUP, this::commit))
        .submit(turn);
  }

  private List<Boolean> commit(List<Turn> turns) {
    return Objects.requireNonNull(transaction.execute(_ -> fileAndMark(turns)));
  }

  private List<Boolean> fileAndMark(List<Turn> turns) {
    var last = turns.stream().map(Turn::last).filter(Objects::nonNull).toList();
    if (!last.isEmpty()) {
      outcomes.settle(last);
    }
    var next = turns.stream().map(Turn::next).filter(Objects::nonNull).toList();
    if (next.isEmpty()) {
      return turns.stream().map(_ -> false).toList();
    }
    var marked = queue.markSending(next).iterator();
    var answers = new ArrayList<Boolean>(turns.size());
    turns.forEach(turn -> answers.add(turn.next() != null && marked.next()));
    return answers;
  }

  /// What one worker wants committed.
  private record Turn(@Nullable AttemptResult last, @Nullable ClaimedDelivery next) {}
}

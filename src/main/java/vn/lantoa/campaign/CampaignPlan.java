package vn.lantoa.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.common.Channel;

/// What a draft would do, before anyone approves it.
public record CampaignPlan(List<WavePlan> waves, List<Problem> problems) {

  /// Whether it can be sent for approval.
  public boolean isReady() {
    return problems.stream().noneMatch(Problem::blocks);
  }

  /// What one round of all waves costs, in đồng, as far as prices are known; empty: none is.
  public OptionalLong cost() {
    var known = channelPlans().map(ChannelPlan::cost).filter(OptionalLong::isPresent).toList();
    return known.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(known.stream().mapToLong(OptionalLong::getAsLong).sum());
  }

  /// Whether a price in that sum is one of ours and not of a contract.
  public boolean assumesPrices() {
    return channelPlans().anyMatch(plan -> plan.assumedPrice() && plan.cost().orElse(0) > 0);
  }

  private Stream<ChannelPlan> channelPlans() {
    return waves.stream().flatMap(wave -> wave.channels().values().stream());
  }

  /// @param people how many the segment holds
  /// @param atApproval whether it goes out when it is approved; the one moment is then now
  /// @param moments the first few it goes out at
  public record WavePlan(
      long people,
      Map<Channel, ChannelPlan> channels,
      boolean atApproval,
      List<PlannedMoment> moments) {}

  /// One moment a wave goes out at, and what is to be said about it.
  public record PlannedMoment(Instant at, List<Remark> remarks) {}

  /// @param key of the messages (`plan.at.<key>`)
  public record Remark(String key, List<Object> arguments) {}

  /// What a wave does on one channel at its first moment. Where it goes to people, those it reaches
  /// and the three kinds it does not are together all of the segment.
  ///
  /// @param messages that would go out, also those that wait
  /// @param reached people who get at least one, or pages and stations
  /// @param withoutAddress people who have no address on the channel
  /// @param suppressed people left out: no consent, or blocked
  /// @param waiting people who get theirs a day later, because of the limit of messages a day
  /// @param letters e-mails that go along: a station with a mailbox gets its script as a letter
  /// @param sms what the messages are cut into; null on other channels
  /// @param cost in đồng; empty where no price is known
  /// @param assumedPrice whether that price is one of ours and not of a contract
  public record ChannelPlan(
      long messages,
      long reached,
      long withoutAddress,
      long suppressed,
      long waiting,
      long letters,
      @Nullable SmsParts sms,
      OptionalLong cost,
      boolean assumedPrice) {}

  /// Parts are what an SMS is charged by.
  ///
  /// @param total over all messages
  /// @param least of one message
  /// @param most of one message
  public record SmsParts(long total, int least, int most) {}

  /// Something missing or doubtful, as a key of the messages (`plan.<key>`).
  ///
  /// @param wave 1-based; 0: the campaign as a whole
  /// @param blocks whether the campaign cannot be sent for approval with it
  public record Problem(int wave, boolean blocks, String key, List<Object> arguments) {}
}

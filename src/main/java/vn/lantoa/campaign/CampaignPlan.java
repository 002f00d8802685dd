package vn.lantoa.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
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

  /// Something missing or doubtful, as a key of the messages (`plan.<key>`).
  ///
  /// @param wave 1-based; 0: the campaign as a whole
  /// @param blocks whether the campaign cannot be sent for approval with it
  public record Problem(int wave, boolean blocks, String key, List<Object> arguments) {}
}

package vn.lantoa.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.lantoa.common.Channel;

/// What a draft would do, before anyone approves it.
public record CampaignPlan(List<WavePlan> waves, List<Problem> problems) {

  /// Whether it can be sent for approval.
  public boolean isReady() {
    return problems.stream().noneMatch(Problem::blocks);
  }

  /// @param people how many the segment holds
  /// @param firstFires the first few moments it goes out
  public record WavePlan(
      long people, Map<Channel, ChannelPlan> channels, List<Instant> firstFires) {}

  /// @param deliveries messages that would go out
  /// @param suppressed addresses left out: no consent, or blocked
  /// @param smsSegments parts to pay for, over all recipients; 0 on other channels
  public record ChannelPlan(long deliveries, long suppressed, long smsSegments) {}

  /// Something missing or doubtful, as a key of the messages (`plan.<key>`).
  ///
  /// @param wave 1-based; 0: the campaign as a whole
  /// @param blocks whether the campaign cannot be sent for approval with it
  public record Problem(int wave, boolean blocks, String key, List<Object> arguments) {}
}

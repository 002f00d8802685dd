package vn.lantoa.campaign;

import java.time.Duration;
import java.util.List;
import vn.lantoa.audience.Segment;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;

/// What an officer fills in: a campaign before it is stored.
///
/// @param unitId the unit that speaks
public record CampaignDraft(long unitId, String name, Purpose purpose, List<WaveDraft> waves) {

  /// How late a wave may still go out, unless the officer says otherwise.
  public static final Duration CATCH_UP = Duration.ofHours(2);

  /// How long deliveries are tried, unless the officer says otherwise.
  public static final Duration DEADLINE = Duration.ofHours(72);

  public record WaveDraft(
      String itemId,
      Segment segment,
      List<Channel> channels,
      Timing timing,
      Duration catchUp,
      Duration deadline) {}
}

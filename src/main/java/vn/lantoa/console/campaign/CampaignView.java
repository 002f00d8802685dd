package vn.lantoa.console.campaign;

import java.util.List;
import java.util.Optional;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignPlan;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Reading;
import vn.lantoa.campaign.Wave;
import vn.lantoa.common.Label;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.org.Outlet;
import vn.lantoa.report.CampaignHistory;
import vn.lantoa.security.AuditTrail;

/// The page of one campaign.
///
/// @param plan what it would do now; empty once it has begun
/// @param reading what an approver has seen who read this page
/// @param pausedChannels those of its channels nothing may leave on for now
public record CampaignView(
    Campaign campaign,
    String unitName,
    List<WaveView> waves,
    Optional<CampaignPlan> plan,
    Reading reading,
    Rights rights,
    Optional<Campaigns.Newcomers> newcomers,
    List<CampaignHistory.Firing> runs,
    List<ChannelPauses.Pause> pausedChannels,
    List<AuditTrail.Entry> history) {

  /// @param content the approved text, or before approval the current one; empty: it was taken out
  /// @param fixed whether that text was approved with the campaign
  /// @param texts what it says on each channel
  /// @param audiences empty: everyone
  /// @param places the pages it is published on
  public record WaveView(
      Wave wave,
      Optional<ContentVersion> content,
      boolean fixed,
      List<WaveText> texts,
      String unitName,
      List<Label> audiences,
      List<Outlet> places) {}

  /// @param admit let it go to those who came to the lists after its approval
  /// @param keepPaused put one's own stop in the place of another's, or of the program's
  /// @param approvers names of those who may decide on it, the nearest first, while it waits
  public record Rights(
      boolean edit,
      boolean submit,
      boolean recall,
      boolean delete,
      boolean decide,
      boolean own,
      boolean pause,
      boolean resume,
      boolean keepPaused,
      boolean admit,
      boolean cancel,
      boolean openChannel,
      boolean copy,
      List<String> approvers) {}
}

package vn.lantoa.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lantoa.common.Actor;

/// All campaigns. Every change of state checks the state it comes from and says, when it refuses,
/// what the person needs to know.
public interface Campaigns {

  /// What the draft would do now. Changes nothing.
  CampaignPlan plan(CampaignDraft draft);

  Campaign create(CampaignDraft draft, Actor author);

  /// Replaces name and waves of a draft, or of one that was returned. One that is approved and has
  /// not begun may be changed, too: its approval ends, it is a draft again and sends nothing before
  /// it is approved anew.
  ///
  /// @throws vn.lantoa.common.Refusal `campaign.not-editable`, `campaign.has-begun`,
  ///   `campaign.wave-elsewhere`
  Campaign change(long id, CampaignDraft draft, Actor actor);

  /// Sends it for approval.
  ///
  /// @throws vn.lantoa.common.Refusal `campaign.not-ready` with the first blocking problem
  Campaign submit(long id, Actor actor);

  /// Takes back what was sent for approval and not yet decided on: a draft again.
  ///
  /// @throws vn.lantoa.common.Refusal `campaign.not-submitted`
  Campaign recall(long id, Actor actor);

  /// Deletes a draft of which nothing was ever sent.
  ///
  /// @throws vn.lantoa.common.Refusal `campaign.not-a-draft`, `campaign.has-begun`
  void delete(long id, Actor actor);

  /// What stands in it now, for an approver to say what he saw.
  Reading read(long id);

  /// Approves what the approver saw, fixes the text of every wave and stores the triggers in the
  /// same transaction. Every text must have been approved before.
  ///
  /// @throws vn.lantoa.common.Refusal `campaign.own`, `campaign.changed-meanwhile`,
  ///   `campaign.not-submitted`, `campaign.content-not-approved`, `campaign.no-rendition`,
  ///   `campaign.start-passed`, `campaign.wave-elsewhere`, `campaign.content-withdrawn`
  Campaign approve(long id, Reading seen, Actor approver);

  /// @throws vn.lantoa.common.Refusal `campaign.changed-meanwhile`, `campaign.not-submitted`,
  ///   `campaign.reason-missing`
  Campaign sendBack(long id, int version, String reason, Actor approver);

  /// Stops the sending within 5 seconds; rows already claimed included.
  Campaign pause(long id, String reason, Actor actor);

  /// Puts one's own stop in the place of another's: who had stopped it does not let it go on any
  /// more.
  ///
  /// @param version as it was when the right to do so was asked
  /// @throws vn.lantoa.common.Refusal `campaign.not-paused`, `campaign.changed-meanwhile`
  Campaign keepPaused(long id, int version, String reason, Actor actor);

  /// @param version as it was when the right to do so was asked
  /// @throws vn.lantoa.common.Refusal `campaign.not-paused`, `campaign.changed-meanwhile`,
  ///   `campaign.content-withdrawn` while messages wait whose text is not in the library any more
  Campaign resume(long id, int version, Actor actor);

  /// Stops it for good. What had not left becomes `CANCELLED`.
  Campaign cancel(long id, String reason, Actor actor);

  Optional<Campaign> find(long id);

  /// @throws vn.lantoa.common.Refusal `campaign.unknown`
  Campaign get(long id);

  /// Newest first, of the unit and everything below it.
  ///
  /// @param statuses empty: all
  List<Campaign> within(long rootUnitId, Set<CampaignStatus> statuses, int offset, int limit);

  /// How many there are of the unit and everything below it; statuses nobody is in are left out.
  Map<CampaignStatus, Long> countByStatus(long rootUnitId);
}

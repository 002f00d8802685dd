package vn.lantoa.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

  /// Stops it, also where somebody has: then one's own stop takes the place of his, who does not
  /// let it go on any more. Whatever others do to it at the same time, it is stopped afterwards.
  ///
  /// @param mayReplace whether the stop there is may be replaced
  /// @throws vn.lantoa.common.Refusal `campaign.not-running`, `campaign.stopped-by-another`
  Campaign stop(long id, String reason, Predicate<Campaign> mayReplace, Actor actor);

  /// @param version as it was when the right to do so was asked
  /// @throws vn.lantoa.common.Refusal `campaign.not-paused`, `campaign.changed-meanwhile`,
  ///   `campaign.content-withdrawn` while messages wait whose text is not in the library any more
  Campaign resume(long id, int version, Actor actor);

  /// How many more messages than were approved are still to come; empty: about as many, or none. As
  /// it stands it goes to those only who were on the lists at the approval.
  Optional<Newcomers> newcomers(long id);

  /// From now on it goes to all who are on the lists.
  ///
  /// @param messages how many it would be by the page that was read
  /// @throws vn.lantoa.common.Refusal `campaign.own`, `campaign.not-approved`,
  ///   `campaign.changed-meanwhile` where more have come since
  Campaign admit(long id, long messages, Actor approver);

  /// @param approved messages the approval was for
  /// @param now messages to all who are on the lists
  record Newcomers(long approved, long now) {}

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

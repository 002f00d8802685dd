package vn.lantoa.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Purpose;

/// A goal, its waves, and who approved them.
///
/// @param version raised by every change; an approver approves the version he saw
/// @param author who wrote last
/// @param writers accounts of all who wrote at it or handed it in since the last approval: none of
///   them approves it
/// @param note why it was returned, paused, cancelled or sent back to approval: the words of a
///   person, or `@key` of the messages (`note.<key>`) when the program did it; empty otherwise
/// @param stoppedBy the account that paused it; null: it is not paused, or the program did it
public record Campaign(
    long id,
    long unitId,
    String name,
    Purpose purpose,
    CampaignStatus status,
    int version,
    @Nullable Long authorId,
    String author,
    Set<Long> writers,
    Instant createdAt,
    @Nullable Instant submittedAt,
    @Nullable String approver,
    @Nullable Instant approvedAt,
    String note,
    @Nullable Instant finishedAt,
    @Nullable Long stoppedBy,
    List<Wave> waves) {

  /// Whether somebody else stopped it: then he has a reason to be asked for.
  public boolean isStoppedByAnother(Actor actor) {
    return stoppedBy != null && !actor.isSamePersonAs(stoppedBy);
  }

  /// What was asked for, without what has become of it.
  public CampaignDraft asDraft() {
    return new CampaignDraft(
        unitId,
        name,
        purpose,
        waves.stream()
            .map(wave ->
                new WaveDraft(
                    wave.itemId(),
                    wave.segment(),
                    wave.channels(),
                    wave.timing(),
                    wave.catchUp(),
                    wave.deadline()))
            .toList());
  }
}

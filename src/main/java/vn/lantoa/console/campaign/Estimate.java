package vn.lantoa.console.campaign;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.campaign.CampaignPlan;
import vn.lantoa.common.Refusal;

/// What a campaign would do, as far as it can be told yet.
///
/// @param plan empty while the form is not complete
/// @param people how many each wave is for; only filled while there is no plan
/// @param missing what is still to be filled in
/// @param refusal why no plan could be made of a complete form
public record Estimate(
    Optional<CampaignPlan> plan,
    List<Long> people,
    List<CampaignForm.Missing> missing,
    @Nullable Refusal refusal) {}

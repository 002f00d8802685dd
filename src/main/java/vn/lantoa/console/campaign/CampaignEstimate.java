package vn.lantoa.console.campaign;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Segments;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Refusal;
import vn.lantoa.org.OrgUnits;

/// Says what a form would do while it is being filled in: all that can be told already, and what is
/// missing.
@Component
class CampaignEstimate {

  private final Campaigns campaigns;
  private final Segments segments;
  private final Channels channels;
  private final OrgUnits units;

  CampaignEstimate(Campaigns campaigns, Segments segments, Channels channels, OrgUnits units) {
    this.campaigns = campaigns;
    this.segments = segments;
    this.channels = channels;
    this.units = units;
  }

  Estimate of(CampaignForm form, LocalDateTime now) {
    // The name is no part of what would be sent, so the summary need not wait for it.
    var named = form.name().isBlank() ? form.named("…") : form;
    var missing = form.missing(channels, units);
    if (named.missing(channels, units).isEmpty()) {
      try {
        return new Estimate(
            Optional.of(campaigns.plan(named.toDraft(now))), List.of(), missing, null);
      } catch (Refusal refusal) {
        return new Estimate(Optional.empty(), people(form), missing, refusal);
      }
    }
    return new Estimate(Optional.empty(), people(form), missing, null);
  }

  private List<Long> people(CampaignForm form) {
    return form.waves().stream()
        .map(wave -> {
          var segment = wave.segment();
          return segment == null || wave.audiences().isEmpty() ? 0L : segments.size(segment);
        })
        .toList();
  }
}

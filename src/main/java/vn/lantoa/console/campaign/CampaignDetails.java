package vn.lantoa.console.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Segment;
import vn.lantoa.campaign.Campaign;
import vn.lantoa.campaign.CampaignPlan;
import vn.lantoa.campaign.CampaignStatus;
import vn.lantoa.campaign.Campaigns;
import vn.lantoa.campaign.Reading;
import vn.lantoa.campaign.Wave;
import vn.lantoa.common.Label;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.campaign.CampaignView.WaveView;
import vn.lantoa.console.content.ItemReaders;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.delivery.ChannelPauses;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlet;
import vn.lantoa.org.Outlets;
import vn.lantoa.report.CampaignHistory;
import vn.lantoa.security.Account;
import vn.lantoa.security.AuditTrail;

/// Puts together what the page of one campaign shows.
@Component
class CampaignDetails {

  private final Campaigns campaigns;
  private final ContentLibrary library;
  private final ItemReaders readers;
  private final Vocabulary vocabulary;
  private final OrgUnits units;
  private final Outlets outlets;
  private final CampaignHistory history;
  private final Approvers approvers;
  private final WaveTexts texts;
  private final ChannelPauses pauses;
  private final AuditTrail audit;

  CampaignDetails(
      Campaigns campaigns,
      ContentLibrary library,
      ItemReaders readers,
      Vocabulary vocabulary,
      OrgUnits units,
      Outlets outlets,
      CampaignHistory history,
      Approvers approvers,
      WaveTexts texts,
      ChannelPauses pauses,
      AuditTrail audit) {
    this.campaigns = campaigns;
    this.library = library;
    this.readers = readers;
    this.vocabulary = vocabulary;
    this.units = units;
    this.outlets = outlets;
    this.history = history;
    this.approvers = approvers;
    this.texts = texts;
    this.pauses = pauses;
    this.audit = audit;
  }

  CampaignView of(Campaign campaign, Account account) {
    var unit = units.get(campaign.unitId());
    var waves = campaign.waves().stream().map(wave -> wave(campaign, wave, unit, account)).toList();
    var firings = history.firings(campaign.id());
    return new CampaignView(
        campaign,
        unit.name(),
        waves,
        plan(campaign),
        reading(campaign, waves),
        approvers.rights(campaign, account, !firings.isEmpty()),
        campaign.status() == CampaignStatus.SUBMITTED
            ? Optional.empty()
            : campaigns.newcomers(campaign.id()),
        firings,
        pausedChannels(campaign),
        audit.of("campaign:" + campaign.id(), 50));
  }

  /// Only while there is something to decide: afterwards the ledger tells what happened.
  private Optional<CampaignPlan> plan(Campaign campaign) {
    if (campaign.status() != CampaignStatus.DRAFT
        && campaign.status() != CampaignStatus.SUBMITTED
        && campaign.status() != CampaignStatus.APPROVED) {
      return Optional.empty();
    }
    try {
      return Optional.of(campaigns.plan(campaign.asDraft()));
    } catch (Refusal _) {
      // A plan that cannot be made must not hide the campaign; submitting it says why.
      return Optional.empty();
    }
  }

  /// Of the very texts the page shows, and not of what has become of them since.
  private Reading reading(Campaign campaign, List<WaveView> waves) {
    return new Reading(
        campaign.version(),
        waves.stream().map(wave -> wave.content().map(ContentVersion::hash).orElse("")).toList(),
        campaign.status() == CampaignStatus.SUBMITTED
            ? campaigns.read(campaign.id()).messages()
            : 0);
  }

  private WaveView wave(Campaign campaign, Wave wave, OrgUnit unit, Account account) {
    var hash = wave.contentHash();
    boolean undecided =
        campaign.status() == CampaignStatus.DRAFT || campaign.status() == CampaignStatus.SUBMITTED;
    var fixed =
        hash == null || undecided
            ? Optional.<ContentVersion>empty()
            : library.version(wave.itemId(), hash);
    var content = fixed.or(() -> readers.find(wave.itemId(), account).map(ContentItem::current));
    return new WaveView(
        wave,
        content,
        fixed.isPresent(),
        content
            .map(version ->
                texts.of(
                    version,
                    signing(unit, wave, fixed.isPresent()),
                    wave.segment(),
                    campaign.purpose(),
                    wave.channels()))
            .orElseGet(List::of),
        units.get(wave.segment().unitId()).name(),
        audiences(wave.segment()),
        places(wave, fixed.isPresent()));
  }

  private List<Outlet> places(Wave wave, boolean fixed) {
    var approved = fixed ? wave.outlets() : null;
    return outlets.inUse(wave.segment().unitId(), wave.channels()).stream()
        .filter(outlet -> approved == null || approved.contains(outlet.id()))
        .toList();
  }

  private OrgUnit signing(OrgUnit unit, Wave wave, boolean fixed) {
    return fixed ? units.asOf(unit.id(), wave.namesAsOf()) : unit;
  }

  private List<Label> audiences(Segment segment) {
    return segment.audiences().stream()
        .sorted()
        .map(key -> vocabulary.audiences().getOrDefault(key, new Label(key, key)))
        .toList();
  }

  private List<ChannelPauses.Pause> pausedChannels(Campaign campaign) {
    return campaign.status().isOver()
        ? List.of()
        : pauses.all().stream()
            .filter(pause ->
                campaign.waves().stream()
                    .anyMatch(wave -> wave.channels().contains(pause.channel())))
            .toList();
  }
}

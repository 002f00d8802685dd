package vn.lantoa.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Segments;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.CampaignPlan.PlannedMoment;
import vn.lantoa.campaign.CampaignPlan.Problem;
import vn.lantoa.campaign.CampaignPlan.WavePlan;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Refusal;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.Renderer;
import vn.lantoa.content.Section;
import vn.lantoa.org.OrgUnits;

/// Works out what a draft would do: whom it reaches, what it costs, what is missing.
@Component
class CampaignPlanner {

  private final Segments segments;
  private final ChannelPlans channelPlans;
  private final DayLimits limits;
  private final PlannedMoments plannedMoments;
  private final OrgUnits units;
  private final ContentLibrary library;
  private final Channels channels;

  CampaignPlanner(
      Segments segments,
      ChannelPlans channelPlans,
      DayLimits limits,
      PlannedMoments plannedMoments,
      OrgUnits units,
      ContentLibrary library,
      Channels channels) {
    this.segments = segments;
    this.channelPlans = channelPlans;
    this.limits = limits;
    this.plannedMoments = plannedMoments;
    this.units = units;
    this.library = library;
    this.channels = channels;
  }

  CampaignPlan plan(CampaignDraft draft) {
    var problems = new ArrayList<Problem>();
    if (draft.name().isBlank()) {
      problems.add(new Problem(0, true, "name-missing", List.of()));
    }
    if (draft.waves().isEmpty()) {
      problems.add(new Problem(0, true, "no-wave", List.of()));
    }
    var waves = new ArrayList<WavePlan>();
    for (int i = 0; i < draft.waves().size(); i++) {
      waves.add(wave(draft, i + 1, problems));
    }
    return new CampaignPlan(List.copyOf(waves), List.copyOf(problems));
  }

  /// Who may approve it, and reads in the ledger whom it reached, is asked of its unit; so nobody
  /// elsewhere gets it.
  void requireWithin(CampaignDraft draft) {
    for (var wave : draft.waves()) {
      long unitId = wave.segment().unitId();
      if (!units.isWithin(unitId, draft.unitId())) {
        throw new Refusal(
            "campaign.wave-elsewhere", units.get(unitId).name(), units.get(draft.unitId()).name());
      }
    }
  }

  private WavePlan wave(CampaignDraft draft, int number, List<Problem> problems) {
    var wave = draft.waves().get(number - 1);
    var item = library.find(wave.itemId()).orElse(null);
    var moments = plannedMoments.of(wave, item);
    if (item == null) {
      problems.add(new Problem(number, true, "content-missing", List.of()));
    } else {
      checkStatus(item, number, problems);
      checkValidity(item, moments, number, problems);
      checkRenditions(wave, item, number, problems);
      checkShortName(draft.unitId(), wave, item, number, problems);
    }
    if (wave.channels().isEmpty()) {
      problems.add(new Problem(number, true, "no-channel", List.of()));
    }
    if (moments.isEmpty()) {
      problems.add(new Problem(number, true, "start-passed", List.of()));
    }
    if (wave.timing().isTooOften()) {
      problems.add(new Problem(number, true, "too-often", List.of()));
    }
    long people = segments.size(wave.segment());
    var reach =
        channelPlans.of(
            draft.unitId(),
            draft.purpose(),
            wave,
            people,
            item,
            moments.isEmpty() ? null : moments.getFirst().at());
    checkReach(wave, reach, number, problems);
    checkQuota(draft.unitId(), reach, moments, number, problems);
    return new WavePlan(people, reach, wave.timing().isAtApproval(), moments);
  }

  private static void checkStatus(ContentItem item, int number, List<Problem> problems) {
    switch (item.status()) {
      case WAITING ->
          problems.add(new Problem(number, false, "content-waiting", List.of(item.title())));
      case RETURNED, WITHDRAWN ->
          problems.add(new Problem(number, true, "content-returned", List.of(item.title())));
      case APPROVED -> {}
    }
  }

  /// The first moment has to be within the validity of the text; of a later one it is said that it
  /// will not be sent unless somebody prolongs it.
  private static void checkValidity(
      ContentItem item, List<PlannedMoment> moments, int number, List<Problem> problems) {
    var days =
        moments.stream().map(moment -> moment.at().atZone(Zones.VIETNAM).toLocalDate()).toList();
    if (!days.isEmpty() && !item.isValidOn(days.getFirst())) {
      problems.add(
          new Problem(number, true, "content-not-valid", List.of(item.title(), days.getFirst())));
      return;
    }
    days.stream()
        .filter(day -> !item.isValidOn(day))
        .findFirst()
        .ifPresent(day ->
            problems.add(
                new Problem(
                    number,
                    false,
                    "content-runs-out",
                    List.of(item.title(), item.current().validTo(), day))));
  }

  private void checkRenditions(
      WaveDraft wave, ContentItem item, int number, List<Problem> problems) {
    unwritten(item, wave.channels())
        .forEach(channel ->
            problems.add(
                new Problem(number, true, "no-rendition", List.of(item.title(), channel))));
  }

  /// Channels the item has no words for: a channel carries only what was written for it.
  List<Channel> unwritten(ContentItem item, List<Channel> wanted) {
    var written = item.current().renditions();
    return wanted.stream()
        .filter(channel -> !written.containsKey(Section.of(channels.of(channel).rendition())))
        .toList();
  }

  /// An SMS made for a short name grows by parts when the unit signs with its whole one.
  private void checkShortName(
      long unitId, WaveDraft wave, ContentItem item, int number, List<Problem> problems) {
    var sms = item.current().renditions().get(Section.SMS);
    if (sms == null
        || !wave.channels().contains(Channel.SMS)
        || !Renderer.asksForShortName(sms.body())) {
      return;
    }
    var unit = units.get(unitId);
    if (unit.shortName().isBlank()) {
      problems.add(new Problem(number, false, "no-short-name", List.of(unit.name())));
    }
  }

  /// What is beyond the unit's quota of the first day goes out all the same, later.
  private void checkQuota(
      long unitId,
      Map<Channel, ChannelPlan> reach,
      List<PlannedMoment> moments,
      int number,
      List<Problem> problems) {
    if (moments.isEmpty()) {
      return;
    }
    var day = LocalDate.ofInstant(moments.getFirst().at(), Zones.VIETNAM);
    reach.forEach((channel, plan) -> {
      var left = limits.left(unitId, channel, day);
      if (left.isPresent() && plan.messages() > left.getAsLong()) {
        problems.add(
            new Problem(
                number,
                false,
                "over-quota",
                List.of(channel.key(), plan.messages(), left.getAsLong())));
      }
    });
  }

  private void checkReach(
      WaveDraft wave, Map<Channel, ChannelPlan> reach, int number, List<Problem> problems) {
    if (!wave.channels().isEmpty()
        && reach.values().stream().allMatch(plan -> plan.messages() == 0)) {
      problems.add(new Problem(number, true, "nobody", List.of()));
      return;
    }
    reach.forEach((channel, plan) -> {
      if (!channels.of(channel).enabled()) {
        problems.add(new Problem(number, true, "channel-off", List.of(channel.key())));
      } else if (plan.messages() == 0) {
        var key = channels.of(channel).target() == Target.OUTLET ? "no-outlet" : "channel-empty";
        problems.add(new Problem(number, false, key, List.of(channel.key())));
      }
    });
  }
}

package vn.lantoa.campaign;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Segments;
import vn.lantoa.audience.Segments.Reach;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.CampaignPlan.ChannelPlan;
import vn.lantoa.campaign.CampaignPlan.Problem;
import vn.lantoa.campaign.CampaignPlan.WavePlan;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.common.Channels;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.Renderer;
import vn.lantoa.content.Section;
import vn.lantoa.content.SmsSegments;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlets;

/// Works out what a draft would do: whom it reaches, what it costs, what is missing.
@Component
class CampaignPlanner {

  /// How many coming moments a plan shows.
  private static final int SHOWN = 5;

  /// As long as most Vietnamese names, to count SMS parts before anyone's name is in the text.
  private static final String TYPICAL_NAME = "Nguyễn Thị Thảo";

  private final Segments segments;
  private final Outlets outlets;
  private final Stations stations;
  private final OrgUnits units;
  private final ContentLibrary library;
  private final Renderer renderer;
  private final SendCalendar calendar;
  private final Channels channels;
  private final InstantSource clock;

  // Nine collaborators: a plan is where all of them meet.
  CampaignPlanner(
      Segments segments,
      Outlets outlets,
      Stations stations,
      OrgUnits units,
      ContentLibrary library,
      Renderer renderer,
      SendCalendar calendar,
      Channels channels,
      InstantSource clock) {
    this.segments = segments;
    this.outlets = outlets;
    this.stations = stations;
    this.units = units;
    this.library = library;
    this.renderer = renderer;
    this.calendar = calendar;
    this.channels = channels;
    this.clock = clock;
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

  private WavePlan wave(CampaignDraft draft, int number, List<Problem> problems) {
    var wave = draft.waves().get(number - 1);
    var fires = fires(wave);
    var item = library.find(wave.itemId());
    if (item.isEmpty()) {
      problems.add(new Problem(number, true, "content-missing", List.of()));
    }
    item.ifPresent(found -> checkContent(found, fires, number, problems));
    item.ifPresent(found -> checkShortName(draft.unitId(), wave, found, number, problems));
    if (wave.channels().isEmpty()) {
      problems.add(new Problem(number, true, "no-channel", List.of()));
    }
    if (fires.isEmpty()) {
      problems.add(new Problem(number, true, "start-passed", List.of()));
    }
    var reach = channelPlans(draft.unitId(), wave, item.orElse(null));
    checkReach(wave, reach, number, problems);
    fires.stream().findFirst().ifPresent(first -> checkCalendar(wave, first, number, problems));
    return new WavePlan(segments.size(wave.segment()), reach, fires);
  }

  private List<Instant> fires(WaveDraft wave) {
    var now = clock.instant();
    var from = wave.timing().repeats() ? now : now.minus(wave.catchUp());
    var fires = new ArrayList<Instant>();
    var next = wave.timing().firstAtOrAfter(from);
    while (next.isPresent() && fires.size() < SHOWN) {
      fires.add(next.get());
      next =
          wave.timing().repeats()
              ? wave.timing().firstAtOrAfter(next.get().plusSeconds(1))
              : Optional.empty();
    }
    return List.copyOf(fires);
  }

  private void checkContent(
      ContentItem item, List<Instant> fires, int number, List<Problem> problems) {
    switch (item.status()) {
      case WAITING ->
          problems.add(new Problem(number, false, "content-waiting", List.of(item.title())));
      case RETURNED, WITHDRAWN ->
          problems.add(new Problem(number, true, "content-returned", List.of(item.title())));
      case APPROVED -> {}
    }
    fires.stream()
        .findFirst()
        .map(first -> first.atZone(vn.lantoa.common.Zones.VIETNAM).toLocalDate())
        .filter(day -> !isValidOn(item, day))
        .ifPresent(day ->
            problems.add(
                new Problem(number, true, "content-not-valid", List.of(item.title(), day))));
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

  static boolean isValidOn(ContentItem item, java.time.LocalDate day) {
    return !day.isBefore(item.current().validFrom()) && !day.isAfter(item.current().validTo());
  }

  private Map<Channel, ChannelPlan> channelPlans(
      long unitId, WaveDraft wave, @org.jspecify.annotations.Nullable ContentItem item) {
    var people = segments.reach(wave.segment());
    var plans = new TreeMap<Channel, ChannelPlan>();
    for (var channel : wave.channels()) {
      var reach =
          switch (channels.of(channel).target()) {
            case PERSON -> people.getOrDefault(channel, new Reach(0, 0));
            case OUTLET -> new Reach(outletCount(wave, channel), 0);
            case STATION -> new Reach(stations.within(wave.segment().unitId()).size(), 0);
          };
      long parts =
          channel.equals(Channel.SMS) && item != null
              ? reach.reachable() * smsParts(unitId, item)
              : 0;
      plans.merge(
          channel,
          new ChannelPlan(reach.reachable(), reach.suppressed(), parts),
          CampaignPlanner::plus);
      if (channels.of(channel).target() == Target.STATION) {
        // Schools with a mailbox get their script as a letter, too.
        plans.merge(Channel.EMAIL, new ChannelPlan(mailboxes(wave), 0, 0), CampaignPlanner::plus);
      }
    }
    return plans;
  }

  private static ChannelPlan plus(ChannelPlan one, ChannelPlan other) {
    return new ChannelPlan(
        one.deliveries() + other.deliveries(),
        one.suppressed() + other.suppressed(),
        one.smsSegments() + other.smsSegments());
  }

  private long mailboxes(WaveDraft wave) {
    return stations.within(wave.segment().unitId()).stream()
        .filter(station -> station.email() != null)
        .count();
  }

  private long outletCount(WaveDraft wave, Channel channel) {
    return outlets.within(wave.segment().unitId()).stream()
        .filter(outlet -> outlet.active() && outlet.channel().equals(channel))
        .count();
  }

  private int smsParts(long unitId, ContentItem item) {
    if (!item.current().renditions().containsKey(Section.SMS)) {
      return 0;
    }
    var unit = units.get(unitId);
    var values =
        new Renderer.Values(TYPICAL_NAME, unit.name(), unit.shortName(), item.current().link());
    return SmsSegments.of(renderer.render(item.current(), Section.SMS, values).text()).segments();
  }

  private void checkReach(
      WaveDraft wave, Map<Channel, ChannelPlan> reach, int number, List<Problem> problems) {
    if (!wave.channels().isEmpty()
        && reach.values().stream().allMatch(plan -> plan.deliveries() == 0)) {
      problems.add(new Problem(number, true, "nobody", List.of()));
      return;
    }
    reach.forEach((channel, plan) -> {
      if (!channels.of(channel).enabled()) {
        problems.add(new Problem(number, true, "channel-off", List.of(channel.key())));
      } else if (plan.deliveries() == 0) {
        var key = channels.of(channel).target() == Target.OUTLET ? "no-outlet" : "channel-empty";
        problems.add(new Problem(number, false, key, List.of(channel.key())));
      }
    });
  }

  private void checkCalendar(WaveDraft wave, Instant first, int number, List<Problem> problems) {
    var zone = wave.timing().zone();
    for (var channel : wave.channels()) {
      var allowed = calendar.nextAllowed(channel, first, zone);
      if (allowed.isAfter(first)) {
        problems.add(
            new Problem(
                number,
                false,
                "quiet-hours",
                List.of(channel.key(), allowed.atZone(zone).toLocalDateTime())));
      }
    }
    calendar
        .holiday(first.atZone(zone).toLocalDate())
        .ifPresent(name -> problems.add(new Problem(number, false, "holiday", List.of(name))));
  }
}

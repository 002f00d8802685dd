package vn.lantoa.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Segments;
import vn.lantoa.audience.Segments.Reach;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.ChannelPlan.SmsParts;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentItem;
import vn.lantoa.org.Outlets;

/// Whom a wave reaches on each of its channels, in their order, and what that costs.
@Component
class ChannelPlans {

  private final Segments segments;
  private final Outlets outlets;
  private final Stations stations;
  private final DayLimits limits;
  private final SmsCounts smsCounts;
  private final SendCalendar calendar;
  private final Channels channels;
  private final Prices prices;

  ChannelPlans(
      Segments segments,
      Outlets outlets,
      Stations stations,
      DayLimits limits,
      SmsCounts smsCounts,
      SendCalendar calendar,
      Channels channels,
      Prices prices) {
    this.segments = segments;
    this.outlets = outlets;
    this.stations = stations;
    this.limits = limits;
    this.smsCounts = smsCounts;
    this.calendar = calendar;
    this.channels = channels;
    this.prices = prices;
  }

  /// @param unitId the unit that speaks
  /// @param people how many the segment holds
  /// @param item null: none is chosen, and nothing can be said of parts and cost
  /// @param first null: it never goes out
  Map<Channel, ChannelPlan> of(
      long unitId,
      Purpose purpose,
      WaveDraft wave,
      long people,
      @Nullable ContentItem item,
      @Nullable Instant first) {
    var reach = segments.reach(wave.segment(), purpose);
    var plans = new LinkedHashMap<Channel, ChannelPlan>();
    for (var channel : wave.channels()) {
      plans.put(
          channel,
          switch (channels.of(channel).target()) {
            case PERSON ->
                toPeople(
                    unitId,
                    purpose,
                    wave,
                    channel,
                    people,
                    reach.getOrDefault(channel, new Reach(0, 0, 0)),
                    item,
                    first);
            case OUTLET -> toPlaces(channel, pages(wave, channel), 0);
            case STATION -> toStations(wave, channel);
          });
    }
    return plans;
  }

  private ChannelPlan toPeople(
      long unitId,
      Purpose purpose,
      WaveDraft wave,
      Channel channel,
      long people,
      Reach reach,
      @Nullable ContentItem item,
      @Nullable Instant first) {
    long waiting =
        first == null
            ? 0
            : limits.waiting(wave.segment(), purpose, channel, dayOf(channel, first, wave));
    SmsParts sms =
        channel.equals(Channel.SMS) && item != null
            ? smsCounts.of(unitId, wave.segment(), purpose, item.current())
            : null;
    var price = prices.of(channel);
    long charged = sms == null ? reach.messages() : sms.total();
    return new ChannelPlan(
        reach.messages(),
        reach.people() - waiting,
        people - reach.people() - reach.suppressed(),
        reach.suppressed(),
        waiting,
        0,
        sms,
        price.isPresent() && (sms != null || !channel.equals(Channel.SMS))
            ? OptionalLong.of(price.get().dong() * charged)
            : OptionalLong.empty(),
        price.isPresent() && !price.get().confirmed());
  }

  /// The day its messages leave: quiet hours may move it on.
  private LocalDate dayOf(Channel channel, Instant first, WaveDraft wave) {
    return LocalDate.ofInstant(
        calendar.nextAllowed(channel, first, wave.timing().zone()), Zones.VIETNAM);
  }

  private ChannelPlan toStations(WaveDraft wave, Channel channel) {
    var all = stations.within(wave.segment().unitId());
    return toPlaces(
        channel, all.size(), all.stream().filter(station -> station.email() != null).count());
  }

  private ChannelPlan toPlaces(Channel channel, long places, long letters) {
    var price = prices.of(channel);
    return new ChannelPlan(
        places,
        places,
        0,
        0,
        0,
        letters,
        null,
        price.map(one -> OptionalLong.of(one.dong() * places)).orElseGet(OptionalLong::empty),
        price.isPresent() && !price.get().confirmed());
  }

  private long pages(WaveDraft wave, Channel channel) {
    return outlets.inUse(wave.segment().unitId(), Set.of(channel)).size();
  }
}

package vn.lantoa.campaign;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.SchoolYears;
import vn.lantoa.calendar.SendCalendar;
import vn.lantoa.campaign.CampaignDraft.WaveDraft;
import vn.lantoa.campaign.CampaignPlan.PlannedMoment;
import vn.lantoa.campaign.CampaignPlan.Remark;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.common.Channels;
import vn.lantoa.content.ContentItem;

/// When a wave would go out, and what the calendar and the validity of its text say to each moment.
@Component
class PlannedMoments {

  /// How many coming moments a plan shows.
  private static final int SHOWN = 5;

  private final SendCalendar calendar;
  private final SchoolYears schoolYears;
  private final Channels channels;
  private final InstantSource clock;

  PlannedMoments(
      SendCalendar calendar, SchoolYears schoolYears, Channels channels, InstantSource clock) {
    this.calendar = calendar;
    this.schoolYears = schoolYears;
    this.channels = channels;
    this.clock = clock;
  }

  /// @param item null: none is chosen
  List<PlannedMoment> of(WaveDraft wave, @Nullable ContentItem item) {
    return moments(wave).stream()
        .map(at -> new PlannedMoment(at, remarks(wave, item, at)))
        .toList();
  }

  private List<Instant> moments(WaveDraft wave) {
    var moments = new ArrayList<Instant>();
    var next = wave.timing().firstIfApproved(clock.instant(), wave.catchUp());
    while (next.isPresent() && moments.size() < SHOWN) {
      moments.add(next.get());
      next =
          wave.timing().repeats()
              ? wave.timing().firstAtOrAfter(next.get().plusSeconds(1))
              : Optional.empty();
    }
    return moments;
  }

  private List<Remark> remarks(WaveDraft wave, @Nullable ContentItem item, Instant at) {
    var remarks = new ArrayList<Remark>();
    var zone = wave.timing().zone();
    var day = at.atZone(zone).toLocalDate();
    if (item != null && !item.isValidOn(day)) {
      remarks.add(new Remark("content-not-valid", List.of(item.title())));
    }
    calendar.holiday(day).ifPresent(name -> remarks.add(new Remark("holiday", List.of(name))));
    for (var channel : wave.channels()) {
      var allowed = calendar.nextAllowed(channel, at, zone);
      if (allowed.isAfter(at)) {
        remarks.add(
            new Remark(
                "quiet-hours", List.of(channel.key(), allowed.atZone(zone).toLocalDateTime())));
      }
    }
    if (wave.channels().stream()
        .anyMatch(channel -> channels.of(channel).target() == Target.STATION)) {
      schoolYears
          .closedOn(day)
          .ifPresent(pause ->
              remarks.add(
                  pause.name().isEmpty()
                      ? new Remark("school-summer", List.of(pause.to()))
                      : new Remark("school-break", List.of(pause.name(), pause.to()))));
    }
    return List.copyOf(remarks);
  }
}

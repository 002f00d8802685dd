package vn.lantoa.console.campaign;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Segment;
import vn.lantoa.audience.Segments;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings.Target;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Purpose;
import vn.lantoa.console.content.Previews;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.Section;
import vn.lantoa.org.OrgUnit;

/// What a wave says on each of its channels, in the name of one of those who would get it.
@Component
class WaveTexts {

  private final Previews previews;
  private final Segments segments;
  private final Channels channels;

  WaveTexts(Previews previews, Segments segments, Channels channels) {
    this.previews = previews;
    this.segments = segments;
    this.channels = channels;
  }

  List<WaveText> of(
      ContentVersion version,
      OrgUnit unit,
      Segment segment,
      Purpose purpose,
      List<Channel> ticked) {
    var bySection = new EnumMap<Section, List<Channel>>(Section.class);
    // What a campaign of before was to take may be configured no more.
    for (var channel : ticked.stream().filter(channels.all()::contains).toList()) {
      bySection
          .computeIfAbsent(Section.of(channels.of(channel).rendition()), _ -> new ArrayList<>())
          .add(channel);
    }
    return bySection.entrySet().stream()
        .map(entry -> {
          var recipient = recipient(segment, purpose, entry.getValue());
          return new WaveText(
              List.copyOf(entry.getValue()),
              recipient,
              previews.of(version, entry.getKey(), recipient, unit, purpose));
        })
        .toList();
  }

  private String recipient(Segment segment, Purpose purpose, List<Channel> ofSection) {
    return ofSection.stream()
        .filter(channel -> channels.of(channel).target() == Target.PERSON)
        .flatMap(channel -> segments.names(segment, purpose, channel).stream().limit(1))
        .map(kind -> kind.name())
        .findFirst()
        .orElse("");
  }
}

package vn.lantoa.campaign;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lantoa.audience.Segment;
import vn.lantoa.audience.Segments;
import vn.lantoa.audience.Segments.NameKind;
import vn.lantoa.campaign.ChannelPlan.SmsParts;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Purpose;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.RefusalLinks;
import vn.lantoa.content.Renderer;
import vn.lantoa.content.Renderer.RenderFailure;
import vn.lantoa.content.Renderer.Values;
import vn.lantoa.content.Section;
import vn.lantoa.content.SmsSegments;
import vn.lantoa.org.OrgUnits;

/// How many parts the SMS of a wave are cut into, with the names of those who get them.
@Component
class SmsCounts {

  private final Segments segments;
  private final OrgUnits units;
  private final Renderer renderer;
  private final RefusalLinks refusals;

  SmsCounts(Segments segments, OrgUnits units, Renderer renderer, RefusalLinks refusals) {
    this.refusals = refusals;
    this.segments = segments;
    this.units = units;
    this.renderer = renderer;
  }

  /// Null when the text has no SMS, or nobody would get one.
  @Nullable SmsParts of(long unitId, Segment segment, Purpose purpose, ContentVersion text) {
    if (!text.renditions().containsKey(Section.SMS)) {
      return null;
    }
    var kinds = segments.names(segment, purpose, Channel.SMS);
    long total = 0;
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (var kind : kinds) {
      int parts = parts(unitId, text, purpose, kind);
      total += parts * kind.messages();
      least = Math.min(least, parts);
      most = Math.max(most, parts);
    }
    return kinds.isEmpty() ? null : new SmsParts(total, least, most);
  }

  private int parts(long unitId, ContentVersion text, Purpose purpose, NameKind kind) {
    var unit = units.get(unitId);
    var values =
        refusals.on(new Values(kind.name(), unit.name(), unit.shortName(), text.link()), purpose);
    try {
      return SmsSegments.of(renderer.render(text, Section.SMS, values).text()).segments();
    } catch (RenderFailure _) {
      // A text that cannot be made for them is not sent to them, and costs nothing.
      return 0;
    }
  }
}

package vn.lantoa.console.content;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lantoa.broadcast.SpokenLength;
import vn.lantoa.common.Purpose;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.LinkTargets;
import vn.lantoa.content.RefusalLinks;
import vn.lantoa.content.Renderer;
import vn.lantoa.content.Renderer.RenderFailure;
import vn.lantoa.content.Renderer.Values;
import vn.lantoa.content.Section;
import vn.lantoa.content.SmsSegments;
import vn.lantoa.org.OrgUnit;

/// Shows a text as each channel would carry it, filled in for a made-up person.
@Component
public final class Previews {

  /// A name with marks and of common length: both count in an SMS.
  private static final String SAMPLE_NAME = "Nguyễn Thị Phương Thảo";

  /// Nothing of this makes an SMS dearer: what still does was written by the author.
  private static final Values PLAIN = new Values("A", "A", "https://a.vn");

  /// What an announcer reads who was not measured.
  private static final int SYLLABLES_PER_MINUTE = 200;

  private final Renderer renderer;
  private final RefusalLinks refusals;

  Previews(Renderer renderer, RefusalLinks refusals) {
    this.refusals = refusals;
    this.renderer = renderer;
  }

  /// One rendition as somebody gets it.
  ///
  /// @param recipientName empty: an invented one
  public Preview of(
      ContentVersion version,
      Section section,
      String recipientName,
      OrgUnit unit,
      Purpose purpose) {
    var name = recipientName.isEmpty() ? SAMPLE_NAME : recipientName;
    var values = new Values(name, unit.name(), unit.shortName(), "");
    return of(version, section, refusals.on(values, purpose));
  }

  List<Preview> of(ContentVersion version, OrgUnit unit) {
    var previews = new ArrayList<Preview>();
    for (var section : Section.values()) {
      if (version.renditions().containsKey(section)) {
        previews.add(of(version, section, "", unit, Purpose.NOTICE));
      }
    }
    return previews;
  }

  private Preview of(ContentVersion version, Section section, Values values) {
    var links = LinkTargets.of(version, section);
    try {
      var rendered = renderer.render(version, section, values);
      var text = rendered.text();
      return new Preview(
          section,
          values.unitName(),
          rendered.subject(),
          text,
          rendered.html(),
          null,
          section == Section.SMS ? SmsSegments.of(text) : null,
          section == Section.SMS ? unicode(text) : "",
          section == Section.SMS
              && SmsSegments.firstUnicode(renderer.render(version, section, PLAIN).text())
                  .isEmpty(),
          section == Section.RADIO ? SpokenLength.of(text, SYLLABLES_PER_MINUTE) : null,
          links);
    } catch (RenderFailure e) {
      return new Preview(
          section,
          values.unitName(),
          "",
          "",
          "",
          String.valueOf(e.getMessage()),
          null,
          "",
          false,
          null,
          links);
    }
  }

  private static String unicode(String text) {
    var first = SmsSegments.firstUnicode(text);
    return first.isPresent() ? Character.toString(first.getAsInt()) : "";
  }
}

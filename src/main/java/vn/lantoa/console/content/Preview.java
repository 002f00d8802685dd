package vn.lantoa.console.content;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lantoa.content.LinkTarget;
import vn.lantoa.content.Section;
import vn.lantoa.content.SmsSegments;

/// One rendition as the person who gets it will see or hear it.
///
/// @param sender the unit in whose name it goes
/// @param failure why it cannot be made; null when it can
/// @param sms how it is cut and charged; null elsewhere
/// @param unicode the first character that makes an SMS dearer; empty when there is none
/// @param writtenPlain whether no such character is in what the author wrote: it can only come from
///   what is filled in
/// @param spoken how long it takes to read; null but for radio
/// @param links where it leads
public record Preview(
    Section section,
    String sender,
    String subject,
    String text,
    String html,
    @Nullable String failure,
    @Nullable SmsSegments sms,
    String unicode,
    boolean writtenPlain,
    @Nullable Duration spoken,
    List<LinkTarget> links) {

  /// Whether it may bear the name of whoever gets it.
  public boolean isPersonal() {
    return section == Section.SMS || section == Section.EMAIL;
  }

  /// The document an e-mail or portal page is shown in, inside a frame that may do nothing.
  public String document(String style) {
    return "<!doctype html><meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\""
        + style
        + "\">"
        + html;
  }
}

package vn.lantoa.content;

import java.util.regex.Pattern;
import vn.lantoa.content.ContentFile.Part;

/// The sections: at least one, each with words that fit its channel. An item has only the
/// renditions it needs; what a campaign wants beyond them is said when it is planned.
final class SectionLint {

  /// More cost too much for what they say.
  private static final int SMS_SEGMENTS_WARNED = 2;

  /// What a Zalo consultation message takes.
  private static final int LONGEST_SOCIAL = 2000;

  /// About a minute and a quarter at the pace of a school radio.
  private static final int MOST_SYLLABLES = 260;

  private static final Pattern URL =
      Pattern.compile(
          "https?://|(?<![a-z0-9])www\\.|(?<![a-z0-9.-])[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,8}"
              + "\\.(?:vn|com|net|org)(?![a-z0-9])|\\{\\{link}}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKUP =
      Pattern.compile("\\*\\*\\S|\\[[^\\[\\]\n]+]\\([^()\\[\n]+\\)|(?m)^#{1,6} ");
  private static final Pattern BLANK = Pattern.compile("\\s+");

  private final ContentFile file;
  private final LintRules rules;
  private final ContentLint.Report report;
  private final PlaceholderLint placeholders;

  SectionLint(ContentFile file, LintRules rules, ContentLint.Report report) {
    this.file = file;
    this.rules = rules;
    this.report = report;
    placeholders = new PlaceholderLint(file, report);
  }

  void check() {
    if (file.parts().isEmpty()) {
      report.error(0, "content.no-section");
    }
    file.parts().forEach(this::check);
  }

  private void check(Section section, Part part) {
    if (part.body().isBlank()) {
      report.error(part.line(), "content.empty-section", section.key());
      return;
    }
    placeholders.check(section, new Passage(part.line(), part.subject()));
    placeholders.check(section, new Passage(part.bodyLine(), part.body()));
    fits(section, part);
  }

  private void fits(Section section, Part part) {
    switch (section) {
      case SMS -> sms(part);
      case EMAIL -> {
        if (part.subject().isBlank()) {
          report.error(part.line(), "content.subject-empty");
        }
      }
      case SOCIAL -> social(part);
      case RADIO -> radio(part);
      case PORTAL -> {}
    }
    if (section == Section.EMAIL || section == Section.PORTAL) {
      LinkLint.check(file.fieldText("link"), part.bodyLine(), part.body(), report);
    }
    if (section == Section.SMS || section == Section.SOCIAL) {
      var body = new Passage(part.bodyLine(), part.body());
      body.find(MARKUP)
          .findFirst()
          .ifPresent(found ->
              report.warning(body.lineAt(found.start()), "content.markup-in-plain", found.group()));
    }
  }

  private void sms(Part part) {
    var text = withSample(part.body());
    var size = SmsSegments.of(text);
    if (size.segments() > SmsSegments.MOST) {
      report.error(part.line(), "content.sms-too-long", size.segments(), SmsSegments.MOST);
    } else if (size.segments() > SMS_SEGMENTS_WARNED) {
      report.warning(part.line(), "content.sms-long", size.segments());
    }
  }

  private void social(Part part) {
    var text = withSample(part.body());
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST_SOCIAL) {
      report.warning(part.line(), "content.social-long", length, LONGEST_SOCIAL);
    }
  }

  private void radio(Part part) {
    var body = new Passage(part.bodyLine(), part.body());
    body.find(URL)
        .findFirst()
        .ifPresent(found ->
            report.warning(body.lineAt(found.start()), "content.radio-url", found.group()));
    long syllables =
        BLANK
            .splitAsStream(part.body())
            .filter(token -> token.codePoints().anyMatch(Character::isLetterOrDigit))
            .count();
    if (syllables > MOST_SYLLABLES) {
      report.warning(part.line(), "content.radio-long", syllables, MOST_SYLLABLES);
    }
  }

  /// The text as long as it will really be. For the link the longer of the item's own and the
  /// sample: what is sent may be either.
  private String withSample(String body) {
    var own = file.fieldText("link");
    var link = own.length() > rules.sample().link().length() ? own : rules.sample().link();
    var filled =
        body.replace(Placeholder.RECIPIENT_NAME.written(), rules.sample().recipientName())
            .replace(Placeholder.UNIT_NAME.written(), rules.sample().unitName())
            .replace(Placeholder.UNIT_SHORT.written(), rules.sample().signature())
            .replace(Placeholder.LINK.written(), link);
    return SlotValue.nfc(filled);
  }
}

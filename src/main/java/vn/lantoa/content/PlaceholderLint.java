package vn.lantoa.content;

import java.util.regex.Matcher;

/// The placeholders of a passage: known, where they may stand, and whole.
final class PlaceholderLint {

  /// Of a passage. Each becomes as long as a link or a name is; thousands of them make millions of
  /// characters of a text of thousands.
  private static final int MOST = 100;

  private final ContentFile file;
  private final ContentLint.Report report;

  PlaceholderLint(ContentFile file, ContentLint.Report report) {
    this.file = file;
    this.report = report;
  }

  void check(Section section, Passage passage) {
    var found = Placeholder.ANY.matcher(passage.text());
    int count = 0;
    while (found.find()) {
      if (++count > MOST) {
        report.error(passage.lineAt(found.start()), "content.placeholders-many", MOST);
        return;
      }
      placeholder(section, found.group(1), passage.lineAt(found.start()));
      if (found.end() < passage.text().length()
          && SlotValue.isMark(passage.text().codePointAt(found.end()))) {
        report.error(
            passage.lineAt(found.end()),
            "content.control-character",
            "U+%04X".formatted(passage.text().codePointAt(found.end())));
      }
    }
    var rest = new Passage(passage.line(), blanked(found));
    for (var open : new String[] {"{{", "}}"}) {
      int at = rest.text().indexOf(open);
      if (at >= 0) {
        report.error(rest.lineAt(at), "content.loose-braces", open, Placeholder.allowed());
        return;
      }
    }
  }

  private void placeholder(Section section, String key, int line) {
    var placeholder = Placeholder.of(key);
    var written = "{{" + key + "}}";
    if (placeholder.isEmpty()) {
      report.error(line, "content.unknown-placeholder", written, Placeholder.allowed());
    } else if (!placeholder.get().belongsIn(section)) {
      report.error(line, "content.placeholder-not-here", written, section.key());
    } else if (placeholder.get() == Placeholder.LINK && file.fieldText("link").isEmpty()) {
      report.error(line, "content.link-missing", written);
    }
  }

  /// The text with its placeholders blanked out, every offset kept.
  private static String blanked(Matcher placeholders) {
    return placeholders.replaceAll(found -> " ".repeat(found.end() - found.start()));
  }
}

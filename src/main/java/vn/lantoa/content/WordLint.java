package vn.lantoa.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Words and links that lead people astray: closed portals, offices that are no more, addresses
/// nobody should click.
///
/// No pattern looks far for its end: a text of nothing but beginnings would be read once for each
/// of them.
final class WordLint {

  private static final Pattern HTTP =
      Pattern.compile("(?<!\\p{L})http://[^\\s)>\\]\"]++", Pattern.CASE_INSENSITIVE);

  /// What hides where a link leads: a name before an `@` that looks like the host, a host written
  /// in codes, a number for a host, letters of another alphabet that look like ours.
  static final Pattern DISGUISED =
      Pattern.compile(
          "https?://(?:[^\\s/?#)>\\]\"]{0,300}[@%\\\\][^\\s)>\\]\"]*+"
              + "|(?:[0-9.]+|0x[0-9a-f.]+|\\[[^]\\s]{0,60}])(?=[:/?#\\s)>\"]|$)"
              + "|[a-z0-9.-]{0,300}(?:xn--|[\\p{L}\\p{N}&&[^a-zA-Z0-9]])[^\\s/?#)>\\]\"]*+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\[\\]\n]*+]\\(");

  /// Where Markdown takes a link to: `[…](here)`, `[…]: here`, `<here:…>`.
  private static final Pattern TARGET =
      Pattern.compile(
          "]\\(\\s{0,9}<?([^)\\s>]{0,2000})|(?m)^ {0,3}\\[[^]\n]+]:\\s*+(\\S++)"
              + "|<([a-zA-Z][a-zA-Z0-9+.-]{0,30}:[^<>\\s]{0,2000})>");

  private static final Pattern PLACEHOLDER_IN_URL =
      Pattern.compile("(?:https?://|mailto:)[^\\s)>\\]\"{]{0,500}\\{\\{", Pattern.CASE_INSENSITIVE);

  private static final String LINK = Placeholder.LINK.written();

  private final ContentFile file;
  private final LintRules rules;
  private final LocalDate today;
  private final ContentLint.Report report;

  WordLint(ContentFile file, LintRules rules, LocalDate today, ContentLint.Report report) {
    this.file = file;
    this.rules = rules;
    this.today = today;
    this.report = report;
  }

  void check() {
    passages().forEach(this::check);
    // The link of the item is judged by HeaderLint, but it may be a closed portal like any other.
    file.field("link").ifPresent(node -> deadLinks(new Passage(node.line(), node.text())));
  }

  /// What people will read. The source is not among it: it may well name an office that is no more.
  private List<Passage> passages() {
    var passages = new ArrayList<Passage>();
    file.field("title").ifPresent(node -> passages.add(new Passage(node.line(), node.text())));
    file.parts()
        .values()
        .forEach(part -> {
          passages.add(new Passage(part.line(), part.subject()));
          passages.add(new Passage(part.bodyLine(), part.body()));
        });
    return passages;
  }

  private void check(Passage passage) {
    deadLinks(passage);
    passage
        .find(HTTP)
        .forEach(found -> error(passage, found, "content.link-not-https", found.group()));
    passage
        .find(DISGUISED)
        .forEach(found -> error(passage, found, "content.link-disguised", found.group()));
    passage.find(IMAGE).forEach(found -> error(passage, found, "content.image"));
    passage
        .find(PLACEHOLDER_IN_URL)
        .forEach(
            found -> error(passage, found, "content.placeholder-in-link", found.group(), LINK));
    passage.find(TARGET).forEach(found -> target(passage, found));
    for (var outdated : rules.outdated()) {
      passage
          .find(outdated.words())
          .forEach(found ->
              report.warning(
                  passage.lineAt(found.start()),
                  "content.outdated",
                  found.group().replace('\n', ' '),
                  outdated.instead()));
    }
  }

  private void deadLinks(Passage passage) {
    var seen = new ArrayList<MatchResult>();
    for (var dead : rules.deadLinks()) {
      passage
          .find(dead.host())
          // The first rule that knows a host speaks for it: single ministries stand before the
          // pattern.
          .filter(found -> seen.stream().noneMatch(other -> other.start() == found.start()))
          .toList()
          .forEach(found -> {
            seen.add(found);
            deadLink(passage.lineAt(found.start()), found.group(), dead);
          });
    }
  }

  private void deadLink(int line, String host, LintRules.DeadLink dead) {
    if (today.isBefore(dead.since())) {
      report.warning(line, "content.link-closes", host, dead.since().toString(), dead.instead());
    } else {
      report.error(line, "content.link-closed", host, dead.since().toString(), dead.instead());
    }
  }

  private void target(Passage passage, MatchResult found) {
    var target = "";
    for (int group = 1; group <= 3; group++) {
      target = found.group(group) == null ? target : found.group(group);
    }
    boolean good =
        target.startsWith("https://") || target.startsWith("mailto:") || target.equals(LINK);
    if (!good && !target.startsWith("http://")) {
      error(passage, found, "content.link-target", target, LINK);
    }
  }

  private void error(Passage passage, MatchResult found, String key, Object... arguments) {
    report.error(passage.lineAt(found.start()), key, arguments);
  }
}

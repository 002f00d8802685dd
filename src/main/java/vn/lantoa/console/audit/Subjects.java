package vn.lantoa.console.audit;

import java.util.Map;
import java.util.Optional;
import vn.lantoa.common.Folded;
import vn.lantoa.console.frame.Nav;
import vn.lantoa.console.frame.Page;
import vn.lantoa.console.list.Cell;

/// What an act was done to, in words, with the way to its page where the reader may open it.
final class Subjects {

  /// Each kind, and the section its page is in; none: it has no page.
  private static final Map<String, Nav> KINDS =
      Map.ofEntries(
          Map.entry("account", Nav.NONE),
          Map.entry("campaign", Nav.CAMPAIGNS),
          Map.entry("channel", Nav.NONE),
          Map.entry("content", Nav.CONTENT),
          Map.entry("content-file", Nav.NONE),
          Map.entry("delivery", Nav.DELIVERIES),
          Map.entry("list", Nav.NONE),
          Map.entry("path", Nav.NONE),
          Map.entry("recipient", Nav.RECIPIENTS),
          Map.entry("station", Nav.STATIONS),
          Map.entry("unit", Nav.UNITS));

  private Subjects() {}

  static Cell cell(Page page, String subject) {
    var section = KINDS.getOrDefault(kind(subject), Nav.NONE);
    var text = text(page, subject);
    return section != Nav.NONE && page.sections().contains(section)
        ? Cell.of(new Cell.Link(text, section.path() + "/" + id(subject)))
        : Cell.plain(text);
  }

  /// A kind that nobody knows stays as it was written.
  static String text(Page page, String subject) {
    var kind = kind(subject);
    return KINDS.containsKey(kind) && !id(subject).isEmpty()
        ? page.t("audit.subject." + kind, id(subject))
        : switch (subject) {
          case "audit", "instance", "login", "recipients" -> page.t("audit.subject." + subject);
          default -> subject;
        };
  }

  /// The subject somebody means who writes it as the list does (`chiến dịch 17`), with or without
  /// marks, or as it is stored (`campaign:17`).
  static Optional<String> meant(Page page, String words) {
    if (words.contains(":") && KINDS.containsKey(kind(words))) {
      return Optional.of(words);
    }
    var id = words.substring(words.lastIndexOf(' ') + 1);
    return KINDS.keySet().stream()
        .map(kind -> kind + ":" + id)
        .filter(subject -> Folded.of(text(page, subject)).equals(Folded.of(words)))
        .findFirst();
  }

  private static String kind(String subject) {
    return subject.substring(0, Math.max(0, subject.indexOf(':')));
  }

  private static String id(String subject) {
    return subject.substring(subject.indexOf(':') + 1);
  }
}

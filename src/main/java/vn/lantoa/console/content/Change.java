package vn.lantoa.console.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.lantoa.common.Label;
import vn.lantoa.console.content.WordDiff.Piece;
import vn.lantoa.console.frame.Page;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.content.ContentVersion.Rendition;
import vn.lantoa.content.Section;
import vn.lantoa.content.Vocabulary;

/// One thing an approver sees that is not as it was.
///
/// @param name of the thing, a key of the messages
public record Change(String name, List<Piece> pieces) {

  private static final Rendition NOTHING = new Rendition("", "");

  /// Everything that differs between two versions, in the order of the page.
  public static List<Change> between(
      ContentVersion before, ContentVersion now, Vocabulary vocabulary, Page page) {
    var changes = new ArrayList<Change>();
    add(changes, "editor.title", before.title(), now.title());
    add(changes, "content.topic", topic(before, vocabulary, page), topic(now, vocabulary, page));
    add(
        changes,
        "content.audience",
        audiences(before, vocabulary, page),
        audiences(now, vocabulary, page));
    add(changes, "content.validity", validity(before, page), validity(now, page));
    add(changes, "content.link", before.link(), now.link());
    add(changes, "content.source", before.source(), now.source());
    for (var section : Section.values()) {
      var old = before.renditions().getOrDefault(section, NOTHING);
      var current = now.renditions().getOrDefault(section, NOTHING);
      add(changes, "editor.subject", old.subject(), current.subject());
      add(changes, "section." + section, old.body(), current.body());
    }
    return changes;
  }

  private static void add(List<Change> changes, String name, String before, String now) {
    if (!before.equals(now)) {
      changes.add(new Change(name, WordDiff.between(before, now)));
    }
  }

  private static String topic(ContentVersion version, Vocabulary vocabulary, Page page) {
    var label = vocabulary.topics().get(version.topic());
    return label == null ? version.topic() : page.label(label);
  }

  private static String audiences(ContentVersion version, Vocabulary vocabulary, Page page) {
    return version.audiences().stream()
        .sorted()
        .map(key -> {
          Label label = vocabulary.audiences().get(key);
          return label == null ? key : page.label(label);
        })
        .collect(Collectors.joining(", "));
  }

  private static String validity(ContentVersion version, Page page) {
    return page.date(version.validFrom()) + " – " + page.date(version.validTo());
  }
}

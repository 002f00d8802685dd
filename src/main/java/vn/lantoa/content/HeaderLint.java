package vn.lantoa.content;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.YamlNode;
import vn.lantoa.content.Draft.Validity;

/// The front matter: what its keys may hold.
final class HeaderLint {

  /// What fits in one line of the console and of a search result.
  static final int LONGEST_TITLE = 120;

  static final int LONGEST_LINK = 500;
  private static final int LONGEST_ID = 80;
  private static final int ENDS_SOON_DAYS = 30;
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,100}");

  private final ContentFile file;
  private final Vocabulary vocabulary;
  private final LocalDate today;
  private final ContentLint.Report report;

  HeaderLint(ContentFile file, Vocabulary vocabulary, LocalDate today, ContentLint.Report report) {
    this.file = file;
    this.vocabulary = vocabulary;
    this.today = today;
    this.report = report;
  }

  void check() {
    new HeaderKeys(file, report).check();
    file.header().values().forEach(this::characters);
    if (file.field("source").isEmpty()) {
      report.warning(1, "content.source-missing");
    }
    file.field("id").ifPresent(this::id);
    file.field("title").ifPresent(this::title);
    file.field("topic").ifPresent(this::topic);
    file.field("valid").ifPresent(this::valid);
    file.field("link").ifPresent(this::link);
    var audiences = file.header().get("audiences");
    if (audiences != null) {
      audiences(audiences);
    }
  }

  /// YAML writes characters by their numbers, too: what stands in the file is not what is read.
  private void characters(YamlNode node) {
    if (node.value() instanceof List<?>) {
      node.items().forEach(this::characters);
    } else if (node.value() instanceof String text) {
      text.codePoints()
          .filter(CharacterLint::isUnwanted)
          .findFirst()
          .ifPresent(character ->
              report.error(
                  node.line(), "content.control-character", "U+%04X".formatted(character)));
    }
  }

  private void id(YamlNode node) {
    var id = node.text().strip();
    if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
      report.error(node.line(), "content.bad-id", id);
      return;
    }
    var fileName = file.name().substring(file.name().replace('\\', '/').lastIndexOf('/') + 1);
    if (fileName.endsWith(".md") && !fileName.equals(id + ".md")) {
      report.error(node.line(), "content.id-is-not-file-name", id, fileName);
    }
  }

  private void title(YamlNode node) {
    var title = node.text().strip();
    int length = title.codePointCount(0, title.length());
    if (length > LONGEST_TITLE) {
      report.error(node.line(), "content.title-too-long", length, LONGEST_TITLE);
    }
    if (title.contains("{{")) {
      report.error(node.line(), "content.placeholder-in-title");
    }
  }

  private void topic(YamlNode node) {
    var topic = node.text().strip();
    if (!vocabulary.topics().containsKey(topic)) {
      report.error(
          node.line(), "content.unknown-topic", topic, inWords(vocabulary.topics().keySet()));
    }
  }

  private void audiences(YamlNode node) {
    try {
      var seen = new HashSet<String>();
      for (var item : node.items()) {
        var audience = item.text();
        if (!vocabulary.audiences().containsKey(audience)) {
          report.error(
              item.line(),
              "content.unknown-audience",
              audience,
              inWords(vocabulary.audiences().keySet()));
        } else if (!seen.add(audience)) {
          report.warning(item.line(), "content.audience-twice", audience);
        }
      }
    } catch (FaultyFile e) {
      report.error(e.finding().line(), "content.audiences-no-list");
    }
  }

  private void valid(YamlNode node) {
    var validity = Validity.parse(node.text());
    if (validity.isEmpty()) {
      report.error(node.line(), "content.bad-valid", node.text());
      return;
    }
    var to = validity.get().to();
    if (validity.get().from().isAfter(to)) {
      report.error(node.line(), "content.valid-backwards", node.text());
    } else if (to.isBefore(today)) {
      report.error(node.line(), "content.over", to.toString());
    } else if (to.isBefore(today.plusDays(ENDS_SOON_DAYS))) {
      report.warning(node.line(), "content.ends-soon", to.toString());
    }
  }

  private void link(YamlNode node) {
    var link = node.text().strip();
    if (!isHttps(link)) {
      report.error(node.line(), "content.bad-link", link);
    } else if (WordLint.DISGUISED.matcher(link).lookingAt()) {
      report.error(node.line(), "content.link-disguised", link);
    } else if (link.length() > LONGEST_LINK) {
      report.error(node.line(), "content.link-too-long", link.length(), LONGEST_LINK);
    }
  }

  private static boolean isHttps(String link) {
    try {
      var uri = URI.create(link);
      return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static String inWords(Set<String> keys) {
    return String.join(", ", keys);
  }
}

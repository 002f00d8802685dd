package vn.lantoa.content;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/// Links whose words show one address while they lead to another.
final class LinkLint extends AbstractVisitor {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(AutolinkExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  /// A host as people know it at sight.
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:https?://|(?<![\\p{L}0-9])www\\.)(?<of>[^\\s/?#:]+)"
              + "|(?<bare>(?<![\\p{L}0-9.-])[\\p{L}0-9-]{1,63}(?:\\.[\\p{L}0-9-]{1,63}){0,8}\\.(?:vn|com|net|org|info|edu|gov))(?![\\p{L}0-9])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern TARGET =
      Pattern.compile("(?:https?://|mailto:[^@]*@)(?<of>[^\\s/?#:]+).*", Pattern.CASE_INSENSITIVE);

  /// Browsers, mail programs and the pages of offices take no more.
  private static final int LONGEST = 2_000;

  private final String itemLink;
  private final int firstLine;
  private final ContentLint.Report report;

  private LinkLint(String itemLink, int firstLine, ContentLint.Report report) {
    this.itemLink = itemLink;
    this.firstLine = firstLine;
    this.report = report;
  }

  /// @param itemLink where `{{link}}` leads
  /// @param firstLine of the file on which the text begins
  static void check(String itemLink, int firstLine, String markdown, ContentLint.Report report) {
    PARSER.parse(markdown).accept(new LinkLint(itemLink, firstLine, report));
  }

  @Override
  public void visit(Link link) {
    if (link.getDestination().length() > LONGEST) {
      report.error(line(link), "content.link-too-long", link.getDestination().length(), LONGEST);
      return;
    }
    var target =
        link.getDestination().equals(Placeholder.LINK.written()) ? itemLink : link.getDestination();
    var words = words(link);
    var leadsTo = TARGET.matcher(target);
    var host = leadsTo.matches() ? plain(leadsTo.group("of")) : "";
    if (SHOWN.matcher(words).results().anyMatch(shown -> !plain(host(shown)).equals(host))) {
      report.error(line(link), "content.link-shows-another", words, target);
    }
  }

  /// Also one whose words hold brackets.
  @Override
  public void visit(Image image) {
    report.error(line(image), "content.image");
  }

  private static String words(Link link) {
    var words = new StringBuilder();
    for (Node node = link.getFirstChild(); node != null; node = node.getNext()) {
      TextContentRenderer.builder().build().render(node, words);
    }
    return words.toString();
  }

  private static String host(MatchResult shown) {
    return shown.group("of") == null ? shown.group("bare") : shown.group("of");
  }

  private static String plain(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "").replaceFirst("\\.+$", "");
  }

  private int line(Node node) {
    var spans = node.getSourceSpans();
    return firstLine + (spans.isEmpty() ? 0 : spans.getFirst().getLineIndex());
  }
}

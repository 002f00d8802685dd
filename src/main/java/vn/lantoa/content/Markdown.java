package vn.lantoa.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;

/// A Markdown text whose placeholders are marks ([Cut]), as HTML and as readable plain text.
final class Markdown {

  private static final List<AutolinkExtension> EXTENSIONS =
      List.of(
          (AutolinkExtension)
              AutolinkExtension.builder().linkTypes(AutolinkType.URL, AutolinkType.EMAIL).build());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  /// HTML in a text is shown, never run. A line end stays a line end, against the habit of
  /// Markdown: officers who put the sender under "Trân trọng," mean it.
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().escapeHtml(true).softbreak("<br />\n").build();

  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder()
          .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
          .nodeRendererFactory(PlainLinks::new)
          .build();

  private static final String LINK_MARK = Placeholder.LINK.mark();

  /// Stands for `{{link}}` as a target while the sanitiser judges targets.
  private static final String TARGET = "https://link.invalid/lantoa";

  private final Node document;

  Markdown(String marked) {
    document = PARSER.parse(marked);
    document.accept(new BareLinks());
    LinkBudget.apply(document, marked.length());
  }

  String html() {
    return SafeHtml.of(HTML.render(document)).replace(TARGET, LINK_MARK).strip();
  }

  String text() {
    return TEXT.render(document).replace(TARGET, LINK_MARK).strip();
  }

  /// Where its links lead, in their order. Of images too: they are never shown, but whoever wrote
  /// one meant it to lead somewhere.
  List<String> targets() {
    var targets = new ArrayList<String>();
    document.accept(new Targets(targets));
    return targets;
  }

  private static final class Targets extends AbstractVisitor {

    private final List<String> targets;

    Targets(List<String> targets) {
      this.targets = targets;
    }

    @Override
    public void visit(Link link) {
      targets.add(link.getDestination().replace(TARGET, LINK_MARK));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      targets.add(image.getDestination());
      visitChildren(image);
    }
  }

  /// Makes `{{link}}` a target where it stands as one, and a link where it stands alone.
  private static final class BareLinks extends AbstractVisitor {

    @Override
    public void visit(Link link) {
      if (link.getDestination().equals(LINK_MARK)) {
        link.setDestination(TARGET);
      }
      // Its label is not visited: a link within a link is none.
    }

    @Override
    public void visit(Image image) {}

    @Override
    public void visit(Text text) {
      var words = text.getLiteral().split(LINK_MARK, -1);
      text.setLiteral(words[0]);
      Node last = text;
      for (int i = 1; i < words.length; i++) {
        var link = new Link(TARGET, null);
        link.appendChild(new Text(LINK_MARK));
        var after = new Text(words[i]);
        last.insertAfter(link);
        link.insertAfter(after);
        last = after;
      }
    }
  }

  /// `label (address)`, and the address alone where it is its own label.
  private static final class PlainLinks implements NodeRenderer {

    private final TextContentNodeRendererContext context;

    PlainLinks(TextContentNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Link.class, Image.class);
    }

    @Override
    public void render(Node node) {
      for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      if (node instanceof Link link && !isOwnLabel(link)) {
        context.getWriter().write(" (" + link.getDestination() + ")");
      }
    }

    private static boolean isOwnLabel(Link link) {
      return link.getFirstChild() instanceof Text label
          && label.getNext() == null
          && (label.getLiteral().equals(link.getDestination())
              || ("mailto:" + label.getLiteral()).equals(link.getDestination())
              || (label.getLiteral().equals(LINK_MARK) && link.getDestination().equals(TARGET)));
    }
  }
}

package vn.lantoa.content;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/// Markdown says an address once and links to it by a name of one letter as often as it likes; in
/// HTML each link holds all of it, and fifty kilobytes become two hundred megabytes. So the
/// addresses of a text may take as much room as the text itself, or as [#LEAST] allows; what links
/// beyond that is text. The reference implementation of CommonMark draws the same line (cmark
/// 0.30.3, `max_ref_size`).
final class LinkBudget extends AbstractVisitor {

  private static final int LEAST = 100_000;

  private long left;

  private LinkBudget(long left) {
    this.left = left;
  }

  /// @param size of the text in characters
  static void apply(Node document, int size) {
    document.accept(new LinkBudget(Math.max(LEAST, size)));
  }

  @Override
  public void visit(Link link) {
    visitChildren(link);
    spend(link, link.getDestination(), link.getTitle());
  }

  @Override
  public void visit(Image image) {
    visitChildren(image);
    spend(image, image.getDestination(), image.getTitle());
  }

  private void spend(Node node, String destination, @Nullable String title) {
    left -= destination.length() + (title == null ? 0 : title.length());
    if (left < 0) {
      while (node.getFirstChild() != null) {
        node.insertBefore(node.getFirstChild());
      }
      node.unlink();
    }
  }
}

package vn.lantoa.content;

/// Fills in the placeholders of one version and gives each section its final form. Logic-less: a
/// placeholder is a name between two pairs of braces, anything else in a text stays as it is.
/// Values are put in as text and never read again as Markdown, HTML or placeholders. All output is
/// NFC. Thread-safe.
public interface Renderer {

  /// The text of one section for one recipient.
  ///
  /// @throws RenderFailure when the text cannot be made for these values
  Rendered render(ContentVersion version, Section section, Values values);

  /// What the placeholders stand for.
  ///
  /// @param recipientName `{{recipient.name}}`
  /// @param unitName `{{unit.name}}`: who speaks
  /// @param unitShort `{{unit.short}}`: who speaks, where characters cost; empty: the whole name
  /// @param link `{{link}}`: where the text leads; empty: the link of the item
  /// @param refusal of a message that promotes something, where the recipient refuses more of them;
  ///   empty: it is a notice
  record Values(
      String recipientName, String unitName, String unitShort, String link, String refusal) {

    /// Of a notice.
    public Values(String recipientName, String unitName, String unitShort, String link) {
      this(recipientName, unitName, unitShort, link, "");
    }

    /// Of a unit that has no short name.
    public Values(String recipientName, String unitName, String link) {
      this(recipientName, unitName, "", link);
    }

    /// The same in a message that promotes something.
    public Values refusedAt(String url) {
      return new Values(recipientName, unitName, unitShort, link, url);
    }

    /// The name an SMS is signed with.
    public String signature() {
      return unitShort.isBlank() ? unitName : unitShort;
    }
  }

  /// Whether a text is signed with the short name of the unit.
  static boolean asksForShortName(String text) {
    return text.contains(Placeholder.UNIT_SHORT.written());
  }

  /// A text in its final forms.
  ///
  /// @param subject of an e-mail, else the title of the item
  /// @param text the plain form: what an SMS, a post or a reader needs
  /// @param html the rich form of e-mail, portal and radio (sanitised, a fragment without
  ///   `<html>`); empty for SMS and social
  record Rendered(String subject, String text, String html) {}

  /// A text that cannot be made for one recipient: that recipient fails, nobody else.
  final class RenderFailure extends RuntimeException {
    public RenderFailure(String message) {
      super(message);
    }
  }
}

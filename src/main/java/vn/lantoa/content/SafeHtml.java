package vn.lantoa.content;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// The second lock behind the renderer of [Markdown]: whatever a parser lets through, only this
/// leaves. No images: an image that is loaded tells its host who reads.
final class SafeHtml {

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "br",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "ul",
              "ol",
              "li",
              "strong",
              "em",
              "a",
              "blockquote",
              "code",
              "pre",
              "hr")
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("start")
          .matching(Pattern.compile("[0-9]{1,9}"))
          .onElements("ol")
          .allowUrlProtocols("https", "mailto")
          .requireRelsOnLinks("noopener", "noreferrer")
          .toFactory();

  private SafeHtml() {}

  static String of(String html) {
    return POLICY.sanitize(html);
  }
}

package vn.lantoa.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import vn.lantoa.channel.Reasons;
import vn.lantoa.delivery.OutgoingMessage;
import vn.lantoa.delivery.OutgoingMessage.Target;

/// What is read of a letter: the message, who speaks, why it came, and the way out; as plain text
/// and as HTML.
///
/// @param rights where people read what is kept of them, and ask about it
record LetterBody(TemplateEngine templates, String rights) {

  /// @param wayOut a page where further letters can be refused; empty: there is none
  String text(OutgoingMessage message, String wayOut) {
    var text = new StringBuilder(message.text().strip()).append("\n\n-- \n");
    text.append(message.unitName()).append('\n').append(because(message));
    if (!wayOut.isEmpty()) {
      text.append('\n').append(refuse(message)).append(": ").append(wayOut);
    }
    if (message.target() == Target.PERSON) {
      text.append('\n').append(Reasons.say("email.rights")).append(": ").append(rights);
    }
    return text.append('\n').toString();
  }

  String html(OutgoingMessage message, String wayOut) {
    var html = new StringOutput(4096);
    templates.render(
        "channel/email/letter.jte",
        Map.of(
            "subject", message.subject(),
            "unit", message.unitName(),
            "content", message.html().isEmpty() ? paragraphs(message.text()) : message.html(),
            "because", because(message),
            "wayOut", wayOut,
            "refuse", refuse(message),
            "rightsUrl", message.target() == Target.PERSON ? rights : "",
            "rights", Reasons.say("email.rights")),
        html);
    return html.toString();
  }

  private static String paragraphs(String text) {
    var html = new StringBuilder();
    for (var paragraph : text.strip().split("\\n\\s*\\n", -1)) {
      html.append("<p>")
          .append(HtmlUtils.htmlEscape(paragraph, UTF_8.name()).replace("\n", "<br>"));
      html.append("</p>\n");
    }
    return html.toString();
  }

  private static String because(OutgoingMessage message) {
    return Reasons.say(
        message.target() == Target.NOTICE ? "email.because-account" : "email.because",
        message.unitName());
  }

  private static String refuse(OutgoingMessage message) {
    return Reasons.say(
        message.target() == Target.NOTICE ? "email.choose-notices" : "email.unsubscribe");
  }
}

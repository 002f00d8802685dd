package vn.lantoa.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// Puts a notice into the words of a letter. In Vietnamese, as all letters are.
@Component
class NoticeWords {

  private static final Locale VIETNAMESE = Locale.of("vi");

  private final MessageSource messages;
  private final String publicUrl;

  NoticeWords(MessageSource messages, @Value("${lantoa.public-url}") String publicUrl) {
    this.messages = messages;
    this.publicUrl = publicUrl.replaceAll("/+$", "");
  }

  /// @param name of whom it is written to
  NoticeLetter letter(NoticeKind kind, String name, List<String> arguments, String path) {
    var key = "notice." + kind.name();
    // What people typed goes into a header: on one line.
    var subject = say(key + ".subject", arguments).replaceAll("[\\p{Cntrl}\\s]+", " ");
    var greeting = say("notice.greeting", List.of(name));
    var text = say(key + ".text", arguments);
    var link = publicUrl + path;
    var open = say("notice.open", List.of());
    return new NoticeLetter(
        subject,
        greeting + "\n\n" + text + "\n\n" + open + ": " + link,
        html(greeting + "\n\n" + text) + "<p><a href=\"" + escape(link) + "\">" + open + "</a></p>",
        link);
  }

  private static String html(String text) {
    return Arrays.stream(text.split("\\n\\s*\\n", -1))
        .map(paragraph -> "<p>" + escape(paragraph).replace("\n", "<br>") + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private String say(String key, List<String> arguments) {
    return messages.getMessage(key, arguments.toArray(), VIETNAMESE);
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}

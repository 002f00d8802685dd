package vn.lantoa.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.channel.UnsubscribeLinks;
import vn.lantoa.channel.UnsubscribeLinks.Target;
import vn.lantoa.common.Actor;

/// The way out of a mailing. Looking at it changes nothing, since mail scanners look at every link;
/// the button, or the reader's mail program by RFC 8058, posts. No cookie, no redirect, as often as
/// one likes.
@RestController
class UnsubscribePage {

  private static final String VIETNAMESE = "vi";

  private final UnsubscribeLinks links;
  private final Suppressions suppressions;
  private final MessageSource texts;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, UnsubscribePage.class.getClassLoader(), "vn.lantoa.template");

  UnsubscribePage(UnsubscribeLinks links, Suppressions suppressions, MessageSource texts) {
    this.links = links;
    this.suppressions = suppressions;
    this.texts = texts;
  }

  @GetMapping("/u/{token}")
  ResponseEntity<String> ask(
      @PathVariable String token,
      @RequestHeader(name = "Accept-Language", defaultValue = "") String languages) {
    return page(links.read(token), "question", true, languages);
  }

  // The body is not read: the form sends none, a mail program `List-Unsubscribe=One-Click` in one
  // of two encodings.
  @PostMapping("/u/{token}")
  ResponseEntity<String> act(
      @PathVariable String token,
      @RequestHeader(name = "Accept-Language", defaultValue = "") String languages) {
    var target = links.read(token);
    target.ifPresent(this::suppress);
    return page(target, "done", false, languages);
  }

  private void suppress(Target target) {
    suppressions.suppress(
        target.channel(),
        target.address(),
        SuppressionReason.OPT_OUT,
        "unsubscribe-link",
        Actor.SYSTEM);
  }

  private ResponseEntity<String> page(
      Optional<Target> target, String sentence, boolean button, String languages) {
    var locale = language(languages);
    var text =
        target
            .map(found -> say(sentence, locale, masked(found.address())))
            .orElseGet(() -> say("unknown", locale));
    var html = new StringOutput();
    templates.render(
        "site/unsubscribe.jte",
        Map.<String, Object>of(
            "language",
            locale.getLanguage(),
            "title",
            say("title", locale),
            "text",
            text,
            "hint",
            target.isPresent() && !button ? say("done-hint", locale) : "",
            "button",
            target.isPresent() && button ? say("button", locale) : ""),
        html);
    return ResponseEntity.status(target.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex")
        .body(html.toString());
  }

  private String say(String key, Locale locale, Object... arguments) {
    return texts.getMessage("channel.unsubscribe." + key, arguments, locale);
  }

  // A link that was passed on shall not tell the whole address.
  private static String masked(String address) {
    int at = address.indexOf('@');
    return at > 0
        ? address.charAt(0) + "•••" + address.substring(at)
        : "•••" + address.substring(Math.max(0, address.length() - 3));
  }

  private static Locale language(String languages) {
    try {
      var wanted = Locale.LanguageRange.parse(languages.isBlank() ? VIETNAMESE : languages);
      var known = Locale.lookupTag(wanted, List.of(VIETNAMESE, "en"));
      return Locale.of(known == null ? VIETNAMESE : known);
    } catch (IllegalArgumentException _) {
      return Locale.of(VIETNAMESE);
    }
  }
}

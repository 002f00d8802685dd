package vn.lantoa.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
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
import vn.lantoa.channel.UnsubscribeLinks.Target;
import vn.lantoa.common.Actor;
import vn.lantoa.org.OrgUnits;

/// The way out of a mailing, and back. Looking at it changes nothing, since mail scanners look at
/// every link; the button, or the reader's mail program by RFC 8058, posts. No cookie, no redirect,
/// as often as one likes.
@RestController
class UnsubscribePage {

  private static final String VIETNAMESE = "vi";
  private static final String SOURCE = "unsubscribe-link";

  private final Function<String, Optional<Target>> links;
  private final Suppressions suppressions;
  private final LinkActs acts;
  private final Function<Long, String> unitName;
  private final MessageSource texts;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, UnsubscribePage.class.getClassLoader(), "vn.lantoa.template");

  @Autowired
  UnsubscribePage(
      RefusalTokens links,
      Suppressions suppressions,
      LinkActs acts,
      OrgUnits units,
      MessageSource texts) {
    this(links::read, suppressions, acts, id -> units.get(id).name(), texts);
  }

  UnsubscribePage(
      Function<String, Optional<Target>> links,
      Suppressions suppressions,
      LinkActs acts,
      Function<Long, String> unitName,
      MessageSource texts) {
    this.links = links;
    this.suppressions = suppressions;
    this.acts = acts;
    this.unitName = unitName;
    this.texts = texts;
  }

  /// What the page says, and what its button does.
  private enum Said {
    QUESTION("question", "", "button", ""),
    DONE("done", "done-hint", "again-button", "/nhan-lai"),
    AGAIN("again", "again-hint", "", ""),
    /// Blocked by somebody else than the reader at this page, or agreed to by nobody.
    KEPT("kept", "", "", "");

    private final String text;
    private final String hint;
    private final String button;
    private final String action;

    Said(String text, String hint, String button, String action) {
      this.text = text;
      this.hint = hint;
      this.button = button;
      this.action = action;
    }
  }

  @GetMapping("/u/{token}")
  ResponseEntity<String> ask(
      @PathVariable String token,
      @RequestHeader(name = "Accept-Language", defaultValue = "") String languages) {
    var target = links.apply(token);
    boolean refused =
        target
            .flatMap(found -> suppressions.reasonFor(found.channel(), found.address()))
            .filter(reason -> reason == SuppressionReason.OPT_OUT)
            .isPresent();
    return page(token, target, refused ? Said.DONE : Said.QUESTION, languages);
  }

  // The body is not read: the form sends none, a mail program `List-Unsubscribe=One-Click` in one
  // of two encodings.
  @PostMapping("/u/{token}")
  ResponseEntity<String> act(
      @PathVariable String token,
      @RequestHeader(name = "Accept-Language", defaultValue = "") String languages) {
    var target = links.apply(token);
    target.ifPresent(found ->
        acts.act(
            "recipient.unsubscribe",
            found,
            () ->
                suppressions.suppress(
                    found.channel(),
                    found.address(),
                    SuppressionReason.OPT_OUT,
                    SOURCE,
                    Actor.SYSTEM)));
    return page(token, target, Said.DONE, languages);
  }

  /// For who pressed by mistake, or thinks better of it. An address of its own, which no mail
  /// program posts to.
  @PostMapping("/u/{token}/nhan-lai")
  ResponseEntity<String> again(
      @PathVariable String token,
      @RequestHeader(name = "Accept-Language", defaultValue = "") String languages) {
    var target = links.apply(token);
    target.ifPresent(found ->
        acts.act(
            "recipient.resubscribe",
            found,
            () -> suppressions.takeBack(found.channel(), found.address(), SOURCE)));
    boolean open =
        target.filter(found -> suppressions.isOpen(found.channel(), found.address())).isPresent();
    return page(token, target, open ? Said.AGAIN : Said.KEPT, languages);
  }

  private ResponseEntity<String> page(
      String token, Optional<Target> target, Said said, String languages) {
    var locale = language(languages);
    var known = target.orElse(null);
    var html = new StringOutput();
    templates.render(
        "site/unsubscribe.jte",
        Map.<String, Object>of(
            "language",
            locale.getLanguage(),
            "title",
            say("title", locale),
            "sender",
            known == null || known.unitId() == null
                ? ""
                : say("sender", locale, unitName.apply(known.unitId())),
            "text",
            known == null
                ? say("unknown", locale)
                : say(said.text, locale, masked(known.address())),
            "hint",
            known == null || said.hint.isEmpty() ? "" : say(said.hint, locale),
            "button",
            known == null || said.button.isEmpty() ? "" : say(said.button, locale),
            "action",
            "/u/" + token + said.action,
            "privacy",
            texts.getMessage("site.privacy.title", null, locale)),
        html);
    return ResponseEntity.status(known == null ? HttpStatus.NOT_FOUND : HttpStatus.OK)
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

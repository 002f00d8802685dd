package vn.lantoa.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.privacy.PrivacySettings;
import vn.lantoa.privacy.Processors;
import vn.lantoa.privacy.RequestKind;
import vn.lantoa.privacy.Retention;
import vn.lantoa.privacy.RetentionRule;
import vn.lantoa.site.PublicRequests.Taken;

/// What the public is told about its data, as this installation is set up, and the form by which
/// anybody asks about his own. Looking at it changes nothing.
@RestController
class PrivacyPage {

  private static final Locale VIETNAMESE = Locale.of("vi");

  private final PublicRequests requests;
  private final Retention retention;
  private final Processors processors;
  private final PrivacySettings settings;
  private final MessageSource texts;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PrivacyPage.class.getClassLoader(), "vn.lantoa.template");

  PrivacyPage(
      PublicRequests requests,
      Retention retention,
      Processors processors,
      PrivacySettings settings,
      MessageSource texts) {
    this.requests = requests;
    this.retention = retention;
    this.processors = processors;
    this.settings = settings;
    this.texts = texts;
  }

  @GetMapping("/rieng-tu")
  ResponseEntity<String> show() {
    return page(HttpStatus.OK, "");
  }

  /// The same answer whether we know the address or not.
  @PostMapping("/rieng-tu")
  ResponseEntity<String> ask(
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String kind,
      HttpServletRequest request) {
    var wanted =
        Arrays.stream(RequestKind.values())
            .filter(PublicRequests.KINDS::contains)
            .filter(one -> one.name().equals(kind))
            .findFirst();
    var taken =
        wanted.isEmpty()
            ? Taken.NO_ADDRESS
            : requests.take(address, wanted.get(), request.getRemoteAddr());
    return switch (taken) {
      case TAKEN -> page(HttpStatus.OK, "taken");
      case NO_ADDRESS -> page(HttpStatus.BAD_REQUEST, "no-address");
      case TOO_MANY -> page(HttpStatus.TOO_MANY_REQUESTS, "too-many");
    };
  }

  private ResponseEntity<String> page(HttpStatus status, String said) {
    var html = new StringOutput();
    templates.render(
        "site/privacy.jte",
        Map.<String, Object>of(
            "say",
            (Function<String, String>) this::say,
            "said",
            said.isEmpty() ? "" : say(said),
            "officer",
            settings.officer(),
            "kept",
            retention.rules().stream().flatMap(this::kept).toList(),
            "processors",
            processors(),
            "kinds",
            Arrays.stream(RequestKind.values())
                .filter(PublicRequests.KINDS::contains)
                .map(Enum::name)
                .toList()),
        html);
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("Referrer-Policy", "no-referrer")
        .body(html.toString());
  }

  /// Only of what people care about.
  private Stream<String> kept(RetentionRule rule) {
    var key = "site.privacy.kept." + rule.kind();
    return Stream.ofNullable(texts.getMessage(key, new Object[] {rule.days()}, null, VIETNAMESE));
  }

  private List<String> processors() {
    return processors.all().stream()
        .map(one ->
            texts.getMessage(
                "site.privacy.processor." + one.key(), new Object[] {one.name()}, VIETNAMESE))
        .toList();
  }

  private String say(String key) {
    return texts.getMessage("site.privacy." + key, null, VIETNAMESE);
  }
}

package vn.lantoa.site;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lantoa.channel.PortalPages;
import vn.lantoa.channel.PortalPages.PortalPage;

/// The special columns of the portal, for everyone: their articles.
@RestController
class PortalColumns {

  private static final int SHOWN = 50;
  private static final Locale VIETNAMESE = Locale.of("vi");

  private final PortalPages pages;
  private final Columns columns;
  private final MessageSource messages;
  private final String publicUrl;
  // How the templates say what they say.
  private final Function<String, String> words = this::say;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PortalColumns.class.getClassLoader(), "vn.lantoa.template");

  PortalColumns(
      PortalPages pages,
      Columns columns,
      MessageSource messages,
      @Value("${lantoa.public-url}") String publicUrl) {
    this.pages = pages;
    this.columns = columns;
    this.messages = messages;
    this.publicUrl = publicUrl;
  }

  @GetMapping(path = "/cong", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> all() {
    return html(
        "site/columns.jte",
        Map.of(
            "title",
            say("portal.title"),
            "empty",
            say("portal.no-column"),
            "columns",
            columns.all()));
  }

  @GetMapping(path = "/cong/{column}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> column(
      @PathVariable String column, @RequestParam(name = "q", defaultValue = "") String text) {
    return html(
        "site/column.jte",
        Map.of(
            "words", words,
            "title", columns.get(column).name(),
            "column", column,
            "text", text,
            "articles",
                text.isBlank() ? pages.latest(column, SHOWN) : pages.search(column, text, SHOWN)));
  }

  @GetMapping(path = "/cong/{column}/{slug}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> article(@PathVariable String column, @PathVariable String slug) {
    var columnTitle = columns.get(column).name();
    return pages
        .find(column, slug)
        .map(article ->
            article.withdrawn() ? gone(column, columnTitle) : shown(column, columnTitle, article))
        .orElseThrow(Columns::unknown);
  }

  private ResponseEntity<String> shown(String column, String columnTitle, PortalPage article) {
    return html(
        "site/article.jte",
        Map.of(
            "columnTitle",
            columnTitle,
            "column",
            column,
            "article",
            article,
            "words",
            words,
            "address",
            publicUrl + "/cong/" + column + "/" + article.slug(),
            // Sanitised when it was rendered.
            "body",
            (Content) output -> output.writeContent(Headings.below(1, article.bodyHtml()))));
  }

  /// It was here, and whoever has its address is told so; of what it said nothing is left.
  private ResponseEntity<String> gone(String column, String columnTitle) {
    return html(
        HttpStatus.GONE,
        "site/gone.jte",
        Map.of("columnTitle", columnTitle, "column", column, "words", words));
  }

  private String say(String key) {
    return messages.getMessage(key, null, key, VIETNAMESE) instanceof String text ? text : key;
  }

  private ResponseEntity<String> html(String template, Map<String, Object> model) {
    return html(HttpStatus.OK, template, model);
  }

  private ResponseEntity<String> html(
      HttpStatus status, String template, Map<String, Object> model) {
    var page = new StringOutput();
    templates.render(template, model, page);
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(page.toString());
  }
}

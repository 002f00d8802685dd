package vn.lantoa.site;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.server.ResponseStatusException;
import vn.lantoa.channel.PortalPages;
import vn.lantoa.channel.PortalPages.PortalPage;
import vn.lantoa.common.Channel;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlet;
import vn.lantoa.org.Outlets;

/// The special columns of the portal, for everyone: articles, and an Atom feed (RFC 4287) that a
/// unit's own web page can take in.
@RestController
class PortalColumns {

  private static final int SHOWN = 50;
  private static final Locale VIETNAMESE = Locale.of("vi");

  private final PortalPages pages;
  private final Outlets outlets;
  private final OrgUnits units;
  private final MessageSource messages;
  private final String publicUrl;
  // How the templates say what they say.
  private final Function<String, String> words = this::say;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PortalColumns.class.getClassLoader(), "vn.lantoa.template");

  PortalColumns(
      PortalPages pages,
      Outlets outlets,
      OrgUnits units,
      MessageSource messages,
      @Value("${lantoa.public-url}") String publicUrl) {
    this.pages = pages;
    this.outlets = outlets;
    this.units = units;
    this.messages = messages;
    this.publicUrl = publicUrl;
  }

  @GetMapping(path = "/cong", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> all() {
    return html(
        "site/columns.jte",
        Map.of(
            "title", say("portal.title"), "empty", say("portal.no-column"), "columns", columns()));
  }

  @GetMapping(path = "/cong/{column}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> column(
      @PathVariable String column, @RequestParam(name = "q", defaultValue = "") String text) {
    return find(column)
        .map(found ->
            html(
                "site/column.jte",
                Map.of(
                    "words", words,
                    "title", found.name(),
                    "column", column,
                    "text", text,
                    "articles",
                        text.isBlank()
                            ? pages.latest(column, SHOWN)
                            : pages.search(column, text, SHOWN))))
        .orElseThrow(PortalColumns::unknown);
  }

  @GetMapping(path = "/cong/{column}/{slug}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> article(@PathVariable String column, @PathVariable String slug) {
    var columnTitle = find(column).map(Outlet::name);
    return pages
        .find(column, slug)
        .filter(_ -> columnTitle.isPresent())
        .map(article ->
            html(
                "site/article.jte",
                Map.of(
                    "columnTitle",
                    columnTitle.get(),
                    "column",
                    column,
                    "article",
                    article,
                    "words",
                    words,
                    "address",
                    publicUrl + "/cong/" + column + "/" + slug,
                    // Sanitised when it was rendered.
                    "body",
                    (Content)
                        output -> output.writeContent(Headings.below(1, article.bodyHtml())))))
        .orElseThrow(PortalColumns::unknown);
  }

  @GetMapping(path = "/cong/{column}/tin.atom", produces = "application/atom+xml;charset=UTF-8")
  ResponseEntity<String> feed(@PathVariable String column) throws FeedException {
    var found = find(column).orElseThrow(PortalColumns::unknown);
    var articles = pages.latest(column, SHOWN);
    var feed = new SyndFeedImpl();
    feed.setFeedType("atom_1.0");
    feed.setTitle(found.name());
    feed.setUri(publicUrl + "/cong/" + column);
    feed.setLink(publicUrl + "/cong/" + column);
    feed.setAuthor(found.name());
    feed.setPublishedDate(
        articles.stream()
            .findFirst()
            .map(article -> Date.from(article.publishedAt()))
            .orElse(new Date(0)));
    feed.setEntries(articles.stream().map(this::entry).toList());
    return ResponseEntity.ok(new SyndFeedOutput().outputString(feed));
  }

  /// Shown as everywhere: by a page that says so.
  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private SyndEntry entry(PortalPage article) {
    var entry = new SyndEntryImpl();
    var address = publicUrl + "/cong/" + article.outlet() + "/" + article.slug();
    entry.setUri(address);
    entry.setLink(address);
    entry.setTitle(article.title());
    entry.setPublishedDate(Date.from(article.publishedAt()));
    entry.setUpdatedDate(Date.from(article.publishedAt()));
    var body = new SyndContentImpl();
    body.setType("html");
    body.setValue(article.bodyHtml());
    entry.setContents(List.of(body));
    return entry;
  }

  private Optional<Outlet> find(String column) {
    return columns().stream().filter(outlet -> outlet.address().equals(column)).findFirst();
  }

  private List<Outlet> columns() {
    return units.all().stream()
        .filter(unit -> unit.parentId() == null)
        .flatMap(root -> outlets.within(root.id()).stream())
        .filter(outlet -> outlet.active() && outlet.channel().equals(Channel.PORTAL))
        .toList();
  }

  private String say(String key) {
    return messages.getMessage(key, null, key, VIETNAMESE) instanceof String text ? text : key;
  }

  private ResponseEntity<String> html(String template, Map<String, Object> model) {
    var page = new StringOutput();
    templates.render(template, model, page);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(page.toString());
  }
}

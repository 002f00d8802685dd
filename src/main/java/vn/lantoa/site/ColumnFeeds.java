package vn.lantoa.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.PortalPages;
import vn.lantoa.channel.PortalPages.PortalPage;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.site.ColumnFeed.Entry;
import vn.lantoa.site.ColumnFeed.Topic;

/// Gathers what a feed of a column holds.
@Component
class ColumnFeeds {

  private static final int HELD = 50;

  private final Columns columns;
  private final PortalPages pages;
  private final OrgUnits units;
  private final ContentLibrary library;
  private final Vocabulary vocabulary;
  private final String publicUrl;

  ColumnFeeds(
      Columns columns,
      PortalPages pages,
      OrgUnits units,
      ContentLibrary library,
      Vocabulary vocabulary,
      @Value("${lantoa.public-url}") String publicUrl) {
    this.columns = columns;
    this.pages = pages;
    this.units = units;
    this.library = library;
    this.vocabulary = vocabulary;
    this.publicUrl = publicUrl;
  }

  /// @throws org.springframework.web.server.ResponseStatusException 404 when there is no such
  ///   column
  ColumnFeed of(String column) {
    var outlet = columns.get(column);
    var address = publicUrl + "/cong/" + column;
    // A column says the same items again and again.
    Map<String, Optional<Topic>> topics = new HashMap<>();
    var entries =
        pages.latest(column, HELD).stream()
            .map(page -> entry(address, page, topics.computeIfAbsent(page.itemId(), this::topic)))
            .toList();
    return new ColumnFeed(outlet.name(), address, units.get(outlet.unitId()).name(), entries);
  }

  private static Entry entry(String column, PortalPage page, Optional<Topic> topic) {
    return new Entry(
        column + "/" + page.slug(),
        page.title(),
        page.publishedAt(),
        topic,
        Summary.of(page.bodyHtml()),
        page.bodyHtml());
  }

  private Optional<Topic> topic(String itemId) {
    return library
        .find(itemId)
        .map(item -> item.current().topic())
        .flatMap(key ->
            Optional.ofNullable(vocabulary.topics().get(key)).map(label -> new Topic(key, label)));
  }
}

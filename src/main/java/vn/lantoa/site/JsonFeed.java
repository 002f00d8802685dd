package vn.lantoa.site;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.channel.Json;

/// A feed as JSON Feed 1.1 writes it (jsonfeed.org/version/1.1), for who would rather not read XML.
final class JsonFeed {

  static final String FILE = "tin.json";
  static final String TYPE = "application/feed+json";

  private static final String VERSION = "https://jsonfeed.org/version/1.1";

  private JsonFeed() {}

  static String write(ColumnFeed column) {
    Map<String, Object> feed = new LinkedHashMap<>();
    feed.put("version", VERSION);
    feed.put("title", column.title());
    feed.put("home_page_url", column.address());
    feed.put("feed_url", column.address() + "/" + FILE);
    feed.put("language", ColumnFeed.LANGUAGE);
    feed.put("authors", authors(column));
    feed.put("items", column.entries().stream().map(one -> item(column, one)).toList());
    return Json.write(feed);
  }

  private static Map<String, Object> item(ColumnFeed column, ColumnFeed.Entry one) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", one.address());
    item.put("url", one.address());
    item.put("title", one.title());
    item.put("summary", one.summary());
    item.put("content_html", one.html());
    item.put("date_published", one.publishedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    item.put("authors", authors(column));
    one.topic()
        .ifPresent(topic -> item.put("tags", List.of(topic.label().in(ColumnFeed.LANGUAGE))));
    return item;
  }

  private static List<Map<String, String>> authors(ColumnFeed column) {
    return List.of(Map.of("name", column.author()));
  }
}

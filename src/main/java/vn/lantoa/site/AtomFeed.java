package vn.lantoa.site;

import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

/// A feed as RFC 4287 writes it, which web pages of units and feed readers take in.
final class AtomFeed {

  static final String FILE = "tin.atom";
  static final String TYPE = "application/atom+xml";

  /// XML 1.0, 2.2.
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private AtomFeed() {}

  static String write(ColumnFeed column) throws FeedException {
    var feed = new SyndFeedImpl();
    feed.setFeedType("atom_1.0");
    feed.setTitle(column.title());
    feed.setUri(column.address());
    feed.setLinks(
        List.of(
            link("alternate", "text/html", column.address()),
            link("self", TYPE, column.address() + "/" + FILE)));
    feed.setAuthors(List.of(person(column.author())));
    feed.setPublishedDate(Date.from(column.updatedAt()));
    feed.setEntries(column.entries().stream().map(one -> entry(column.author(), one)).toList());
    return new SyndFeedOutput().outputString(feed);
  }

  private static SyndEntry entry(String author, ColumnFeed.Entry one) {
    var entry = new SyndEntryImpl();
    entry.setUri(one.address());
    entry.setLink(one.address());
    entry.setTitle(inXml(one.title()));
    entry.setAuthors(List.of(person(author)));
    entry.setPublishedDate(Date.from(one.publishedAt()));
    entry.setUpdatedDate(Date.from(one.publishedAt()));
    one.topic()
        .ifPresent(topic -> {
          var category = new SyndCategoryImpl();
          category.setName(topic.key());
          category.setLabel(topic.label().in(ColumnFeed.LANGUAGE));
          entry.setCategories(List.of(category));
        });
    entry.setDescription(content("text", inXml(one.summary())));
    entry.setContents(List.of(content("html", inXml(one.html()))));
    return entry;
  }

  /// XML knows no control characters, and one article that holds one must not take the feed from
  /// all the others.
  private static String inXml(String text) {
    return NOT_IN_XML.matcher(text).replaceAll("");
  }

  private static SyndContent content(String type, String value) {
    var content = new SyndContentImpl();
    content.setType(type);
    content.setValue(value);
    return content;
  }

  private static SyndPerson person(String name) {
    var person = new SyndPersonImpl();
    person.setName(name);
    return person;
  }

  private static SyndLink link(String rel, String type, String address) {
    var link = new SyndLinkImpl();
    link.setRel(rel);
    link.setType(type);
    link.setHref(address);
    return link;
  }
}

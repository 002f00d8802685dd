package vn.lantoa.site;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.testing.Eventually.eventually;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.Vocabulary;
import vn.lantoa.testing.SampleUnits;
import vn.lantoa.testing.TestServer;

/// What readers of feeds are promised: RFC 4287, and JSON Feed 1.1.
class PortalFeedsTest {

  private static final String FIRST_WORDS = "Rất dễ & nhanh: " + "nộp hồ sơ tại nhà ".repeat(20);

  private static TestServer server;
  private static ContentItem item;

  @BeforeAll
  static void fill() {
    server = TestServer.start(Map.of());
    SampleUnits.fill(server, 0);
    var library = server.get(ContentLibrary.class);
    eventually().until(() -> !library.items().isEmpty());
    item = library.items().getFirst();
    server
        .get(JdbcClient.class)
        .sql(
            """
            insert into portal_page (delivery_id, outlet, slug, title, body_html, published_at)
            values (1, 'so', :item || '-1', 'Nộp <hồ sơ>', '<h3>Ba bước</h3><p>' || :words || '</p><p>Hết</p>',
              '2026-10-10T08:00:00.123+07:00'), (2, 'so', 'da-bo-2', 'Tra cứu', '<ul><li>Xem</li></ul>',
              '2026-10-09T08:00:00+07:00')
            """)
        .param("item", item.id())
        .param("words", FIRST_WORDS.replace("&", "&amp;"))
        .update();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void atomSaysWhoWritesAboutWhatAndHowItBegins() throws Exception {
    var response = get("/cong/so/tin.atom");
    var feed = xml(response.body());

    assertThat(type(response)).startsWith("application/atom+xml");
    assertThat(at(feed, "/a:feed/a:id"))
        .isEqualTo(at(feed, "/a:feed/a:link[@rel='alternate']/@href"));
    assertThat(at(feed, "/a:feed/a:link[@rel='self']/@href")).endsWith("/cong/so/tin.atom");
    assertThat(at(feed, "/a:feed/a:updated")).startsWith("2026-10-10T01:00:00");
    assertThat(at(feed, "count(/a:feed/a:entry[a:id][a:updated][a:title][a:content])"))
        .isEqualTo("2");
    assertThat(at(feed, "/a:feed/a:entry[1]/a:author/a:name")).isEqualTo("Sở Giáo dục");
    assertThat(at(feed, "/a:feed/a:entry[1]/a:category/@term")).isEqualTo(item.current().topic());
    assertThat(at(feed, "/a:feed/a:entry[1]/a:category/@label")).isEqualTo(topic());
    assertThat(at(feed, "/a:feed/a:entry[1]/a:title")).isEqualTo("Nộp <hồ sơ>");
    assertThat(at(feed, "/a:feed/a:entry[1]/a:summary")).satisfies(PortalFeedsTest::isTheBeginning);
    assertThat(at(feed, "/a:feed/a:entry[1]/a:content")).contains("<h3>Ba bước</h3>");
    assertThat(at(feed, "count(/a:feed/a:entry[2]/a:category)")).isEqualTo("0");
    assertThat(at(feed, "/a:feed/a:entry[2]/a:summary")).isEqualTo("Xem");
  }

  @Test
  void jsonHoldsAllThatTheStandardDemands() throws Exception {
    var response = get("/cong/so/tin.json");
    var feed = new JsonMapper().readTree(response.body());

    assertThat(type(response)).startsWith("application/feed+json");
    assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("title").asString()).isEqualTo("Cổng của sở");
    assertThat(feed.path("feed_url").asString())
        .isEqualTo(feed.path("home_page_url").asString() + "/tin.json");
    assertThat(feed.path("language").asString()).isEqualTo("vi");
    assertThat(feed.path("items").isArray()).isTrue();
    assertThat(feed.path("items"))
        .hasSize(2)
        .allSatisfy(one -> {
          assertThat(one.path("id").isString()).isTrue();
          assertThat(URI.create(one.path("url").asString())).hasScheme("http");
          assertThat(one.path("content_html").asString()).isNotBlank();
          assertThat(OffsetDateTime.parse(one.path("date_published").asString())).isNotNull();
          assertThat(one.path("authors").path(0).path("name").asString()).isEqualTo("Sở Giáo dục");
        })
        .extracting(one -> one.path("id").asString())
        .doesNotHaveDuplicates();
    var first = feed.path("items").path(0);
    assertThat(first.path("title").asString()).isEqualTo("Nộp <hồ sơ>");
    assertThat(first.path("date_published").asString()).isEqualTo("2026-10-10T01:00:00Z");
    assertThat(first.path("tags")).extracting(JsonNode::asString).containsExactly(topic());
    assertThat(first.path("summary").asString()).satisfies(PortalFeedsTest::isTheBeginning);
    assertThat(feed.path("items").path(1).has("tags")).isFalse();
  }

  @Test
  void aColumnPointsToItsFeeds() throws Exception {
    assertThat(get("/cong/so").body())
        .contains("type=\"application/atom+xml\"", "href=\"/cong/so/tin.atom\"")
        .contains("type=\"application/feed+json\"", "href=\"/cong/so/tin.json\"");
    assertThat(get("/cong/la/tin.json").statusCode()).isEqualTo(404);
    assertThat(get("/cong/la/tin.atom").statusCode()).isEqualTo(404);
  }

  private static void isTheBeginning(String summary) {
    assertThat(summary).startsWith("Rất dễ & nhanh: nộp hồ sơ").endsWith("…").hasSizeLessThan(242);
    assertThat(FIRST_WORDS).startsWith(summary.replace("…", " "));
  }

  private static String topic() {
    return server.get(Vocabulary.class).topics().get(item.current().topic()).vi();
  }

  private static Document xml(String text) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes("UTF-8")));
  }

  private static String at(Document feed, String path) throws Exception {
    var atom = XPathFactory.newInstance().newXPath();
    atom.setNamespaceContext(new Atom());
    return atom.evaluate(path, feed);
  }

  private static String type(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  private static HttpResponse<String> get(String path) throws Exception {
    var port = server.context().getEnvironment().getProperty("local.server.port");
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          BodyHandlers.ofString());
    }
  }

  /// The prefix `a` of the paths above.
  private static final class Atom implements NamespaceContext {

    @Override
    public String getNamespaceURI(String prefix) {
      return "a".equals(prefix) ? "http://www.w3.org/2005/Atom" : XMLConstants.NULL_NS_URI;
    }

    @Override
    public String getPrefix(String namespace) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Iterator<String> getPrefixes(String namespace) {
      throw new UnsupportedOperationException();
    }
  }
}

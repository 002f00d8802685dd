package vn.lantoa.channel.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.channel.PortalPages;
import vn.lantoa.delivery.ChannelSender;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.delivery.OutgoingMessage;

/// Publishes a page in a column of the portal. The same delivery again publishes nothing new.
@Component("portalSender")
class PortalSender implements ChannelSender, PortalPages {

  private final JdbcClient jdbc;
  private final InstantSource clock;

  PortalSender(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Outcome send(OutgoingMessage message) {
    var slug = message.itemId() + number(message.deliveryId());
    jdbc.sql(
            """
            insert into portal_page (delivery_id, outlet, slug, title, body_html, published_at)
            values (:delivery, :outlet, :slug, :title, :html, :now)
            on conflict (delivery_id) do nothing
            """)
        .param("delivery", message.deliveryId())
        .param("outlet", message.address())
        .param("slug", slug)
        .param("title", message.subject())
        .param("html", message.html())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return new Outcome.Delivered("/cong/" + message.address() + "/" + slug);
  }

  /// Anybody may ask for all of it, as often and as many at a time as he likes.
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final String LISTED =
      """
      with page as (
        select p.*, false as withdrawn from portal_page p
        where p.outlet = :outlet
          and not exists (select from delivery d join withdrawn_run r on r.id = d.run_id where d.id = p.delivery_id)
          -- What is searched are words, not tags.
          and (:text::text = ''
            or position(folded(:text) in folded(p.title || ' ' || regexp_replace(p.body_html, '<[^>]*>', ' ', 'g'))) > 0)
        order by p.published_at desc, p.id desc limit :limit
      ), counted as (
        select page.*, sum(length(body_html)) over (order by published_at desc, id desc) as characters from page
      )
      select * from counted where characters <= :characters order by published_at desc, id desc
      """;

  @Override
  public List<PortalPage> latest(String outlet, int limit) {
    return search(outlet, "", limit);
  }

  @Override
  public List<PortalPage> search(String outlet, String text, int limit) {
    return jdbc.sql(LISTED)
        .param("outlet", outlet)
        .param("text", text.strip())
        .param("limit", limit)
        .param("characters", MOST_CHARACTERS)
        .query(PortalSender::page)
        .list();
  }

  private static final String NAMED =
      """
      select p.*,
        exists (select from delivery d join withdrawn_run r on r.id = d.run_id where d.id = p.delivery_id) as withdrawn
      from portal_page p where p.outlet = :outlet and p.slug = :slug
      """;

  @Override
  public Optional<PortalPage> find(String outlet, String slug) {
    return jdbc.sql(NAMED)
        .param("outlet", outlet)
        .param("slug", slug)
        .query(PortalSender::page)
        .optional();
  }

  /// What tells the pages of one item apart, at the end of their names.
  private static String number(long deliveryId) {
    return "-" + deliveryId;
  }

  private static String itemId(String slug, long deliveryId) {
    var number = number(deliveryId);
    return slug.endsWith(number) ? slug.substring(0, slug.length() - number.length()) : slug;
  }

  private static PortalPage page(ResultSet row, int number) throws SQLException {
    var slug = row.getString("slug");
    return new PortalPage(
        row.getLong("id"),
        row.getString("outlet"),
        slug,
        itemId(slug, row.getLong("delivery_id")),
        row.getString("title"),
        row.getString("body_html"),
        row.getTimestamp("published_at").toInstant(),
        row.getBoolean("withdrawn"));
  }
}

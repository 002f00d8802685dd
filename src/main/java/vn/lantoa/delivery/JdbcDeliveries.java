package vn.lantoa.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Channel;
import vn.lantoa.content.Renderer.RenderFailure;

/// Reads the ledger.
@Repository
@Transactional(readOnly = true)
class JdbcDeliveries implements Deliveries {

  private final JdbcClient jdbc;
  private final LedgerSearch search;
  private final MessageComposer composer;

  JdbcDeliveries(JdbcClient jdbc, LedgerSearch search, MessageComposer composer) {
    this.jdbc = jdbc;
    this.search = search;
    this.composer = composer;
  }

  @Override
  public List<Delivery> search(
      Filter filter, boolean oldestFirst, @Nullable Long after, int limit) {
    return jdbc.sql(
            """
            select d.*, c.name as campaign_name, c.unit_id as campaign_unit, r.fire_at
            from unnest(:ids::bigint[]) with ordinality as found (id, place)
            join delivery_now d on d.id = found.id
            join campaign c on c.id = d.campaign_id join wave_run r on r.id = d.run_id
            order by found.place
            """)
        .param("ids", search.ids(filter, oldestFirst, after, limit).toArray(Long[]::new))
        .query(JdbcDeliveries::delivery)
        .list();
  }

  @Override
  public Optional<Delivery> find(long id) {
    return jdbc.sql(
            """
            select d.*, c.name as campaign_name, c.unit_id as campaign_unit, r.fire_at
            from delivery_now d join campaign c on c.id = d.campaign_id join wave_run r on r.id = d.run_id
            where d.id = :id
            """)
        .param("id", id)
        .query(JdbcDeliveries::delivery)
        .optional();
  }

  @Override
  public List<Attempt> attempts(long deliveryId) {
    return jdbc.sql(
            """
            select number, node, wire_at, ended_at, outcome, reason from attempt where delivery_id = :id
            union all
            -- The try that succeeded is in the ledger itself.
            select attempts, owner, wire_at, settled_at, 'accepted', null from delivery
            where id = :id and status in ('SENT', 'DELIVERED', 'UNDELIVERED') and wire_at is not null
              and owner is not null
            order by 4
            """)
        .param("id", deliveryId)
        .query((row, _) ->
            new Attempt(
                row.getInt("number"),
                row.getString("node"),
                instant(row, "wire_at"),
                Objects.requireNonNull(instant(row, "ended_at")),
                row.getString("outcome"),
                row.getString("reason")))
        .list();
  }

  @Override
  public Optional<OutgoingMessage> message(long deliveryId) {
    try {
      return jdbc.sql(
              """
              select d.id, coalesce(d.fence, 0), d.attempts, d.channel, d.target_kind, d.target_id, d.unit_id,
                d.recipient_name, d.address, w.item_id, r.content_hash, r.fire_at, d.expires_at,
                d.campaign_id, w.zone, c.purpose, coalesce(d.account, 'main'), r.names_as_of
              from delivery_now d join wave_run r on r.id = d.run_id join wave w on w.id = r.wave_id
              join campaign c on c.id = d.campaign_id
              where d.id = :id
              """)
          .param("id", deliveryId)
          .query((row, n) -> composer.compose(JdbcClaims.delivery(row, n), row.getString(17)))
          .optional();
    } catch (RenderFailure _) {
      return Optional.empty();
    }
  }

  static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        row.getLong("campaign_id"),
        row.getString("campaign_name"),
        row.getLong("campaign_unit"),
        new Channel(row.getString("channel")),
        OutgoingMessage.Target.valueOf(row.getString("target_kind")),
        row.getLong("target_id"),
        row.getLong("unit_id"),
        row.getString("recipient_name"),
        row.getString("address"),
        DeliveryStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getString("provider_ref"),
        row.getInt("attempts"),
        Objects.requireNonNull(instant(row, "fire_at")),
        Objects.requireNonNull(instant(row, "not_before")),
        instant(row, "wire_at"),
        instant(row, "settled_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}

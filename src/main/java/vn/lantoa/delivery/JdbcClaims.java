package vn.lantoa.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Node;
import vn.lantoa.common.Purpose;
import vn.lantoa.delivery.ClaimMarks.Mark;
import vn.lantoa.delivery.ClaimMarks.Row;

/// Takes what is due out of the queue for this node: beyond the marks, or what lies behind them.
final class JdbcClaims {

  private static final String CLAIM =
      """
      -- The time is asked for once: a call per row would cost more than the row.
      with now_is as materialized (
        select lantoa_now() as at
      ), active as materialized (
        select r.id, c.kind = 'OUTREACH' as bulk, c.purpose, r.fire_at, coalesce(f.not_before, '-infinity') as from_time, coalesce(f.delivery_id, 0) as from_id,
          coalesce(u.not_before, :otherwise::timestamptz) as until_time, coalesce(u.delivery_id, 0) as until_id
        from wave_run r join campaign c on c.id = r.campaign_id
        left join unnest(:fromRuns::bigint[], :fromTimes::text[]::timestamptz[], :fromIds::bigint[])
          as f (run_id, not_before, delivery_id) on f.run_id = r.id
        left join unnest(:untilRuns::bigint[], :untilTimes::text[]::timestamptz[], :untilIds::bigint[])
          as u (run_id, not_before, delivery_id) on u.run_id = r.id
        where r.status = 'RUNNING' and c.status = 'RUNNING'
          and not exists (select from channel_pause p where p.channel = :channel)
          and not exists (select from instance i where i.held_since is not null)
        -- A letter to somebody who works here waits for no bulk mail.
        order by bulk, r.fire_at, r.id
      ), due as (
        -- One index probe per active run: paused campaigns cost nothing, however many rows they hold.
        select d.delivery_id from active a cross join lateral (
          select delivery_id from queue
          where run_id = a.id and channel = :channel and state = 'PENDING'
            and not_before <= (select at from now_is) and expires_at > (select at from now_is)
            and (not_before, delivery_id) > (a.from_time, a.from_id)
            and (not_before, delivery_id) <= (a.until_time, a.until_id)
          order by not_before, delivery_id limit :most
          for update skip locked
        ) d limit :most
      ), claimed as (
        update queue q
        set state = 'CLAIMED', owner = :node, fence = nextval('delivery_fence'),
            lease_until = (select at from now_is) + make_interval(secs => :lease), attempts = attempts + 1
        from due where q.delivery_id = due.delivery_id
        returning q.*
      )
      select d.id, c.fence, c.attempts, d.channel, d.target_kind, d.target_id, d.unit_id, d.recipient_name,
        d.address, w.item_id, r.content_hash, r.fire_at, d.expires_at, d.campaign_id,
        w.zone, a.purpose, a.id as run_id, (select at from now_is)::text as as_of, c.not_before::text,
        r.names_as_of
      from active a left join (
        claimed c join delivery d on d.id = c.delivery_id
        join wave_run r on r.id = c.run_id join wave w on w.id = r.wave_id
      ) on c.run_id = a.id
      order by a.bulk, a.fire_at, a.id, c.not_before, d.id
      """;

  private final JdbcClient jdbc;
  private final Node node;

  JdbcClaims(JdbcClient jdbc, Node node) {
    this.jdbc = jdbc;
    this.node = node;
  }

  /// Beyond the marks, and moves them on.
  List<ClaimedDelivery> ahead(Channel channel, int most, Duration lease, ClaimMarks marks) {
    var rows = claim(channel, most, lease, marks.all(), Map.of(), "infinity");
    var claimed = deliveries(rows);
    marks.advance(rows, claimed.size() == most);
    return claimed;
  }

  /// Up to the marks.
  List<ClaimedDelivery> behind(Channel channel, int most, Duration lease, ClaimMarks marks) {
    var rows = claim(channel, most, lease, marks.looked(), marks.all(), "-infinity");
    var claimed = deliveries(rows);
    marks.look(rows, claimed.size() == most);
    return claimed;
  }

  /// @param otherwise until when in runs without a mark
  private List<Row> claim(
      Channel channel,
      int most,
      Duration lease,
      Map<Long, Mark> from,
      Map<Long, Mark> until,
      String otherwise) {
    return jdbc.sql(CLAIM)
        .param("channel", channel.key())
        .param("most", most)
        .param("node", node.id())
        .param("lease", lease.toSeconds())
        .param("otherwise", otherwise)
        .params(arrays("from", from))
        .params(arrays("until", until))
        .query(JdbcClaims::row)
        .list();
  }

  private static Map<String, Object> arrays(String name, Map<Long, Mark> marks) {
    var places = List.copyOf(marks.entrySet());
    return Map.of(
        name + "Runs", places.stream().map(Map.Entry::getKey).toArray(Long[]::new),
        name + "Times", places.stream().map(p -> p.getValue().notBefore()).toArray(String[]::new),
        name + "Ids", places.stream().map(p -> p.getValue().id()).toArray(Long[]::new));
  }

  private static List<ClaimedDelivery> deliveries(List<Row> rows) {
    return rows.stream().map(Row::delivery).filter(Objects::nonNull).toList();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var notBefore = row.getString(19);
    @Nullable Mark taken = notBefore == null ? null : new Mark(notBefore, row.getLong(1));
    return new Row(
        row.getLong(17), row.getString(18), taken, taken == null ? null : delivery(row, number));
  }

  static ClaimedDelivery delivery(ResultSet row, int number) throws SQLException {
    return new ClaimedDelivery(
        row.getLong(1),
        row.getLong(14),
        row.getLong(2),
        row.getInt(3),
        new Channel(row.getString(4)),
        OutgoingMessage.Target.valueOf(row.getString(5)),
        row.getLong(6),
        row.getLong(7),
        row.getString(8),
        row.getString(9),
        // A notice has none.
        Objects.requireNonNullElse(row.getString(10), ""),
        row.getString(11),
        row.getTimestamp(12).toInstant(),
        row.getTimestamp(13).toInstant(),
        ZoneId.of(row.getString(15)),
        Purpose.valueOf(row.getString(16)),
        Optional.ofNullable(row.getTimestamp("names_as_of"))
            .map(Timestamp::toInstant)
            .orElse(null));
  }
}

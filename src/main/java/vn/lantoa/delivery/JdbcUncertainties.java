package vn.lantoa.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Channels;
import vn.lantoa.database.Retries;
import vn.lantoa.delivery.Outcomes.Receipt;
import vn.lantoa.delivery.Outcomes.Settlement;

/// Looks after what is uncertain: adopts answers that came too late, asks the providers, and sends
/// again what a provider surely never got.
@Component
class JdbcUncertainties implements Uncertainties {

  private static final Logger log = LoggerFactory.getLogger(JdbcUncertainties.class);

  /// Asked about at once; the next look takes more.
  private static final int AT_ONCE = 100;

  /// What gets lost this often is for a person to look at.
  private static final int MOST_TRIES = 3;

  private final JdbcClient jdbc;
  private final Outcomes outcomes;
  private final Deliveries deliveries;
  private final Channels channels;
  private final Map<Channel, ChannelLookup> lookups;
  private final Retries retries;

  JdbcUncertainties(
      JdbcClient jdbc,
      Outcomes outcomes,
      Deliveries deliveries,
      Channels channels,
      List<ChannelLookup> lookups,
      Retries retries) {
    this.jdbc = jdbc;
    this.outcomes = outcomes;
    this.deliveries = deliveries;
    this.channels = channels;
    this.retries = retries;
    this.lookups =
        lookups.stream()
            .collect(Collectors.toUnmodifiableMap(ChannelLookup::channel, Function.identity()));
  }

  @Scheduled(fixedDelayString = "${lantoa.delivery.look-up-every:10s}", initialDelayString = "10s")
  void lookAfter() {
    adoptLateAnswers();
    var due = due();
    if (!due.isEmpty()) {
      ask(due);
    }
  }

  private void adoptLateAnswers() {
    jdbc.sql(
            """
            select distinct on (a.delivery_id) a.delivery_id, coalesce(a.provider_ref, '') as ref
            from uncertain u join attempt a on a.delivery_id = u.delivery_id and a.outcome = 'late'
            order by a.delivery_id, a.id desc limit 1000
            """)
        .query((row, _) ->
            outcomes.receipt(
                row.getLong(1), new Receipt(DeliveryStatus.SENT, row.getString(2), "")))
        .list();
  }

  /// At 10 s, then every minute while it may still turn up. Taken by one node only.
  private List<Long> due() {
    return jdbc.sql(
            """
            with due as (
              select u.delivery_id from uncertain u join delivery d on d.id = u.delivery_id
              where d.channel = any(:channels) and d.wire_at is not null and u.look_ups < 10
                and u.since < lantoa_now() - interval '10 s'
                and (u.looked_up_at is null or u.looked_up_at < lantoa_now() - interval '1 min')
              order by u.delivery_id limit :most
              for update of u skip locked
            )
            update uncertain u set looked_up_at = lantoa_now() from due where u.delivery_id = due.delivery_id
            returning u.delivery_id
            """)
        .param("channels", lookups.keySet().stream().map(Channel::key).toArray(String[]::new))
        .param("most", AT_ONCE)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  @Override
  public void ask(Collection<Long> deliveryIds) {
    // Of one address one after the other: the second has to see which message the first has found.
    var byAddress =
        deliveryIds.stream()
            .flatMap(id -> deliveries.find(id).stream())
            .filter(delivery -> delivery.status() == DeliveryStatus.UNCERTAIN)
            .collect(Collectors.groupingBy(Delivery::address));
    var threads =
        byAddress.values().stream()
            .map(same -> Thread.ofVirtual().name("look-up").start(() -> same.forEach(this::ask)))
            .toList();
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(Delivery delivery) {
    try {
      var lookup = lookups.get(delivery.channel());
      var wireAt = delivery.wireAt();
      var message = deliveries.message(delivery.id());
      if (lookup != null && wireAt != null && message.isPresent()) {
        learn(delivery, lookup.lookUp(message.get(), wireAt, ref -> isTaken(delivery, ref)));
      }
    } catch (RuntimeException e) {
      log.warn("delivery={} could not be looked up: {}", delivery.id(), e.toString());
    }
  }

  private void learn(Delivery delivery, LookUp said) {
    switch (said) {
      case LookUp.Found(var ref, var status, var reason) ->
          outcomes.receipt(delivery.id(), new Receipt(status, ref, reason));
      case LookUp.Unanswered(var why) -> note(delivery.id(), Found.UNANSWERED, why);
      case LookUp.NotFound _ -> {
        note(delivery.id(), Found.NOT_FOUND, "");
        if (delivery.attempts() < MOST_TRIES
            && channels.of(delivery.channel()).sendsAgainWhatIsNotFound()
            && isToGoAgain(delivery.id())) {
          log.info(
              "delivery={} never reached the provider, which was asked twice; it is sent again",
              delivery.id());
          outcomes.settle(delivery.id(), Settlement.SEND_AGAIN, Actor.SYSTEM);
        }
      }
    }
  }

  /// The provider knew nothing of it half a minute ago either, and it was on the wire two minutes
  /// ago: nothing is on its way for that long. Before its deadline only, and if its campaign goes
  /// on: beyond that a person decides.
  private boolean isToGoAgain(long id) {
    return jdbc.sql(
                """
                select count(*)
                from uncertain u join delivery d on d.id = u.delivery_id join campaign c on c.id = d.campaign_id
                where u.delivery_id = :id and u.found = 'NOT_FOUND'
                  and u.missing_since < lantoa_now() - interval '30 s' and d.wire_at < lantoa_now() - interval '2 min'
                  and d.expires_at > lantoa_now() and c.status <> 'CANCELLED'
                  and not exists (select from withdrawn_run r where r.id = d.run_id)
                """)
            .param("id", id)
            .query(Long.class)
            .single()
        > 0;
  }

  private void note(long id, Found found, String said) {
    jdbc.sql(
            """
            update uncertain
            set found = :found, said = :said, look_ups = look_ups + 1, looked_up_at = lantoa_now(),
                missing_since = case when :found = 'NOT_FOUND' then coalesce(missing_since, lantoa_now())
                                     else missing_since end
            where delivery_id = :id
            """)
        .param("found", found.name())
        .param("said", said)
        .param("id", id)
        .update();
  }

  /// By another delivery to that address: the same person's, or that of somebody with the same
  /// telephone.
  private boolean isTaken(Delivery delivery, String ref) {
    return jdbc.sql(
            """
            select exists (
              select from delivery
              where provider_ref = :ref and id <> :id and target_id in (
                select :target
                union select recipient_id from contact_point where channel = :channel and address = :address))
            """)
        .param("channel", delivery.channel().key())
        .param("address", delivery.address())
        .param("target", delivery.targetId())
        .param("ref", ref)
        .param("id", delivery.id())
        .query(Boolean.class)
        .single();
  }

  @Override
  public void leave(Collection<Long> deliveryIds) {
    retries.run(
        "leave",
        () ->
            jdbc.sql(
                    """
                    with held as materialized (
                      -- A row of the desk belongs to who holds its delivery.
                      select id from delivery where id = any(:ids) and status = 'UNCERTAIN' order by id for update
                    )
                    update uncertain u set left_at = lantoa_now() from held where u.delivery_id = held.id
                    """)
                .param("ids", deliveryIds.toArray(Long[]::new))
                .update());
  }

  @Override
  public int settle(Collection<Long> deliveryIds, Settlement settlement, Actor actor) {
    return outcomes.settle(deliveryIds, settlement, actor);
  }

  @Override
  public int doubtOpen(Actor actor) {
    return jdbc.sql(
            """
            with held as materialized (
              select delivery_id from queue where not_before <= lantoa_now() order by delivery_id for update
            ), open as (
              delete from queue q using held where q.delivery_id = held.delivery_id returning q.*
            )
            update delivery d
            set status = 'UNCERTAIN', reason = '@restored', settled_at = lantoa_now(), attempts = open.attempts,
                fence = open.fence, owner = open.owner, account = open.account, wire_at = open.wire_at
            from open where d.id = open.delivery_id and (select count(*) from held) > 0
            """)
        .update();
  }

  @Override
  public List<Uncertain> of(
      long rootUnitId, boolean left, boolean latestFirst, int offset, int limit) {
    return jdbc.sql(
            """
            select d.*, c.name as campaign_name, c.unit_id as campaign_unit, r.fire_at, u.since, u.looked_up_at,
              u.look_ups, coalesce(u.said, '') as said,
              case when exists (select from attempt a where a.delivery_id = d.id and a.outcome = 'late')
                   then 'LATE_ANSWER' else u.found end as found
            from uncertain u join delivery d on d.id = u.delivery_id join campaign c on c.id = d.campaign_id
            join wave_run r on r.id = d.run_id
            where c.unit_id in (select unit_and_below(:unit)) and (u.left_at is not null) = :left
            order by case when :latest then u.since end desc, case when :latest then d.id end desc, u.since, d.id
            offset :offset limit :limit
            """)
        .param("unit", rootUnitId)
        .param("left", left)
        .param("latest", latestFirst)
        .param("offset", offset)
        .param("limit", limit)
        .query(this::uncertain)
        .list();
  }

  @Override
  public long count(long rootUnitId) {
    return jdbc.sql(
            """
            select count(*) from uncertain u join delivery d on d.id = u.delivery_id
            join campaign c on c.id = d.campaign_id
            where u.left_at is null and c.unit_id in (select unit_and_below(:unit))
            """)
        .param("unit", rootUnitId)
        .query(Long.class)
        .single();
  }

  private Uncertain uncertain(ResultSet row, int number) throws SQLException {
    var delivery = JdbcDeliveries.delivery(row, number);
    var found = row.getString("found");
    return new Uncertain(
        delivery,
        Objects.requireNonNull(instant(row, "since")),
        lookups.containsKey(delivery.channel()),
        found == null ? null : Found.valueOf(found),
        row.getString("said"),
        instant(row, "looked_up_at"),
        row.getInt("look_ups"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}

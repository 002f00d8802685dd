package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Channel;
import vn.lantoa.common.ChannelSettings;
import vn.lantoa.common.ChannelSettings.OnUncertain;
import vn.lantoa.common.Channels;
import vn.lantoa.common.Node;
import vn.lantoa.common.Purpose;
import vn.lantoa.common.Zones;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.database.Retries;

/// A running campaign with SMS deliveries that are due, written straight into the tables.
final class LedgerExamples {

  private LedgerExamples() {}

  static void runningCampaign(JdbcClient jdbc, int deliveries) {
    jdbc.sql(
            """
            with unit as (
              insert into org_unit (kind, code, name) values ('DEPARTMENT', 'SO', 'Sở') returning id
            ), item as (
              insert into content_item (id, current_hash) values ('bai', 'hash') returning id
            ), c as (
              insert into campaign (unit_id, name, status, author) select id, 'Thử', 'RUNNING', 'Lan' from unit
              returning id, unit_id
            ), w as (
              insert into wave (campaign_id, position, item_id, segment_unit_id, segment_audiences, channels,
                start_local, catch_up_seconds, deadline_seconds)
              select c.id, 1, item.id, c.unit_id, '{}', '{sms}', lantoa_now(), 7200, 7200 from c, item
              returning id, campaign_id
            ), r as (
              insert into wave_run (wave_id, campaign_id, fire_at, status, content_hash)
              select id, campaign_id, lantoa_now(), 'RUNNING', 'hash' from w returning id, campaign_id
            ), people as (
              insert into recipient (unit_id, name, audience, dedupe_key)
              select unit.id, 'Người ' || n, 'nguoi-dan', 'code:' || n from unit, generate_series(1, :n) as n
              returning id, substr(dedupe_key, 6)::bigint as n
            ), points as (
              insert into contact_point (recipient_id, channel, address, consent_at, consent_source, promotion_at)
              select id, 'sms', '+8430' || lpad(n::text, 7, '0'), now(), 'Phiếu', now() from people
            )
            insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name,
              address, status, not_before, expires_at)
            select r.id, r.campaign_id, 'sms', 'PERSON', n, 1, 'Người ' || n, '+8430' || lpad(n::text, 7, '0'),
              'PENDING', lantoa_now() - interval '1 s', lantoa_now() + interval '1 h'
            from r, generate_series(1, :n) as n
            """)
        .param("n", deliveries)
        .update();
  }

  /// One more beside it, from the same unit with the same text, a second later.
  static void anotherCampaign(JdbcClient jdbc, int deliveries) {
    jdbc.sql(
            """
            with c as (
              insert into campaign (unit_id, name, status, author)
              select unit_id, 'Thử nữa', 'RUNNING', author from campaign order by id limit 1 returning id, unit_id
            ), w as (
              insert into wave (campaign_id, position, item_id, segment_unit_id, segment_audiences, channels,
                start_local, catch_up_seconds, deadline_seconds)
              select c.id, 1, 'bai', c.unit_id, '{}', '{sms}', now(), 7200, 7200 from c
              returning id, campaign_id
            ), r as (
              insert into wave_run (wave_id, campaign_id, fire_at, status, content_hash)
              select id, campaign_id, now() + interval '1 s', 'RUNNING', 'hash' from w returning id, campaign_id
            )
            insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name,
              address, status, not_before, expires_at)
            select r.id, r.campaign_id, 'sms', 'PERSON', n, 1, 'Người ' || n, '+8430' || lpad(n::text, 7, '0'),
              'PENDING', now(), now() + interval '1 h'
            from r, generate_series(1, :n) as n
            """)
        .param("n", deliveries)
        .update();
  }

  static Channels channels() {
    return channels(0, 0);
  }

  private static Channels channels(int perPersonADay, int unitQuota) {
    return new Channels(
        Map.of(
            "sms",
            new ChannelSettings(
                "",
                ChannelSettings.Target.PERSON,
                "sms",
                true,
                10,
                4,
                Duration.ofSeconds(60),
                3,
                OnUncertain.HOLD,
                perPersonADay,
                unitQuota)));
  }

  static DeliveryQueue queue(JdbcClient jdbc, String node) {
    return new JdbcDeliveryQueue(jdbc, new Node(node), channels(), retries());
  }

  static LedgerTurns turns(JdbcClient jdbc, String node) {
    return turns(jdbc, new Node(node), cap(jdbc, 0));
  }

  static LedgerTurns turns(JdbcClient jdbc, Node node, FrequencyCap cap) {
    return turns(jdbc, node, cap, gate(jdbc, quotas(jdbc, 0)));
  }

  static LedgerTurns turns(JdbcClient jdbc, Node node, FrequencyCap cap, QuotaGate quotas) {
    var queue = queue(jdbc, node.id());
    var hours = new SendingHours(queue, new AnyHour(), clock(jdbc));
    return new LedgerTurns(jdbc, queue, node, hours, cap, quotas, retries());
  }

  /// @param perPerson 0: no quotas
  static JdbcUnitQuotas quotas(JdbcClient jdbc, int perPerson) {
    return new JdbcUnitQuotas(jdbc, channels(0, perPerson), clock(jdbc));
  }

  static QuotaGate gate(JdbcClient jdbc, JdbcUnitQuotas quotas) {
    return new QuotaGate(quotas, queue(jdbc, "here"), new AnyHour(), clock(jdbc));
  }

  /// @param perDay 0: no limit
  static FrequencyCap cap(JdbcClient jdbc, int perDay) {
    return new FrequencyCap(
        jdbc, queue(jdbc, "here"), channels(perDay, 0), new AnyHour(), clock(jdbc));
  }

  static List<Boolean> mark(JdbcClient jdbc, String node, List<ClaimedDelivery> claimed) {
    var turns = turns(jdbc, node);
    return claimed.stream().map(next -> turns.commit(next.channel(), null, next, "main")).toList();
  }

  static long count(JdbcClient jdbc, String status) {
    return jdbc.sql("select count(*) from delivery_now where status = :status")
        .param("status", status)
        .query(Long.class)
        .single();
  }

  static DatabaseClock clock(JdbcClient jdbc) {
    return new DatabaseClock(jdbc, InstantSource.system());
  }

  /// Takes one that is due and commits that it may be on the wire.
  static ClaimedDelivery putOnTheWire(JdbcClient jdbc, String node) {
    var claimed = queue(jdbc, node).claim(Channel.SMS, 1, Duration.ofSeconds(60));
    assertThat(mark(jdbc, node, claimed)).containsExactly(true);
    return claimed.getFirst();
  }

  static void file(
      JdbcClient jdbc, JdbcOutcomes outcomes, ClaimedDelivery delivery, Outcome outcome) {
    turns(jdbc, "here").commit(Channel.SMS, outcomes.judge(delivery, outcome), null, "");
  }

  /// So many, of no ledger.
  static List<ClaimedDelivery> claimed(int n) {
    return Collections.nCopies(
        n,
        new ClaimedDelivery(
            1,
            1,
            1,
            1,
            Channel.SMS,
            OutgoingMessage.Target.PERSON,
            1,
            1,
            "Người 1",
            "+84300000001",
            "bai",
            "hash",
            Instant.EPOCH,
            Instant.EPOCH,
            Zones.VIETNAM,
            Purpose.NOTICE,
            null));
  }

  static Retries retries() {
    return new Retries(new SimpleMeterRegistry());
  }

  static JdbcOutcomes outcomes(JdbcClient jdbc, DataSource database) {
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    return new JdbcOutcomes(
        jdbc,
        channels(),
        new RetryPolicy(
            new DeliverySettings(
                Duration.ofSeconds(30), Duration.ofHours(1), Duration.ofSeconds(1))),
        new Blocklist(jdbc),
        redelivery(jdbc, database),
        transaction,
        retries(),
        new JdbcReceipts(jdbc, transaction, retries()));
  }

  static JdbcRedelivery redelivery(JdbcClient jdbc, DataSource database) {
    return new JdbcRedelivery(
        jdbc, new TransactionTemplate(new DataSourceTransactionManager(database)), retries());
  }

  /// At no provider that could be asked.
  static JdbcUncertainties uncertainties(JdbcClient jdbc, Outcomes outcomes) {
    return new JdbcUncertainties(
        jdbc,
        outcomes,
        new JdbcDeliveries(jdbc, new LedgerSearch(jdbc), composer()),
        channels(),
        List.of(),
        retries());
  }

  static ProviderGate gate(JdbcClient jdbc, String... accounts) {
    var gate =
        new ProviderGate(
            new JdbcProviderAccounts(jdbc),
            _ -> List.of(accounts),
            channels(),
            new JdbcChannelPauses(jdbc, _ -> {}));
    gate.open();
    return gate;
  }

  /// Writes the same text to everybody.
  static MessageComposer composer() {
    return new MessageComposer(null, null, null, null, null, null, null, "") {
      @Override
      OutgoingMessage compose(ClaimedDelivery delivery, String account) {
        return new OutgoingMessage(
            delivery.id(),
            delivery.channel(),
            delivery.attempt(),
            delivery.target(),
            delivery.targetId(),
            delivery.unitId(),
            "Sở",
            delivery.recipientName(),
            delivery.address(),
            "",
            "Xin chào",
            "",
            delivery.itemId(),
            delivery.contentHash(),
            "",
            delivery.fireAt(),
            delivery.expiresAt(),
            account);
      }
    };
  }

  /// Of the only delivery there is.
  static String status(JdbcClient jdbc) {
    return jdbc.sql("select status from delivery_now").query(String.class).single();
  }
}

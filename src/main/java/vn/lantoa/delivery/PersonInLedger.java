package vn.lantoa.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.common.Refusal;
import vn.lantoa.privacy.DataSubject;
import vn.lantoa.privacy.Holding;
import vn.lantoa.privacy.Patterns;
import vn.lantoa.privacy.PersonalData;

/// A person in the ledger. His rows stay, for they are counted; he goes.
@Repository
@Order(1)
class PersonInLedger implements PersonalData {

  private final JdbcClient jdbc;

  PersonInLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static final String HELD =
      """
      select d.channel, d.recipient_name, d.address, c.name as campaign, r.fire_at, d.status, d.reason, d.attempts
      from delivery_now d join campaign c on c.id = d.campaign_id join wave_run r on r.id = d.run_id
      where d.target_id = any(:ids::bigint[]) and d.target_kind = 'PERSON' order by d.id
      """;

  @Override
  @Transactional(readOnly = true)
  public List<Holding> of(DataSubject subject) {
    var rows = jdbc.sql(HELD).param("ids", subject.array()).query(PersonInLedger::row).list();
    return List.of(
        new Holding(
            "messages",
            List.of("channel", "name", "address", "campaign", "at", "status", "reason", "attempts"),
            rows));
  }

  private static List<@Nullable Object> row(ResultSet row, int number) throws SQLException {
    var cells = new ArrayList<@Nullable Object>();
    cells.add(row.getString("channel"));
    cells.add(row.getString("recipient_name"));
    cells.add(row.getString("address"));
    cells.add(row.getString("campaign"));
    cells.add(row.getTimestamp("fire_at").toInstant());
    cells.add(row.getString("status"));
    cells.add(row.getString("reason"));
    cells.add(row.getInt("attempts"));
    return cells;
  }

  @Override
  @Transactional
  public void eraseLate(long id) {
    var ids = new Long[] {id};
    boolean late =
        jdbc.sql(
                """
                select exists (select from delivery
                               where target_id = any(:ids::bigint[]) and target_kind = 'PERSON' and address <> :erased)
                """)
            .param("ids", ids)
            .param("erased", ERASED)
            .query(Boolean.class)
            .single();
    if (late) {
      refuseWhatIsOpen(ids);
      cancel(ids);
      overwrite(ids, new String[0]);
    }
  }

  /// In the order of the locks: the queue, the counters of the day, the ledger, its sums.
  @Override
  @Transactional
  public void erase(DataSubject subject) {
    var reached = reached(subject);
    refuseWhatIsOpen(subject.array());
    forgetCounters(subject);
    cancel(subject.array());
    var patterns = Patterns.of(subject).toArray(String[]::new);
    overwrite(subject.array(), patterns);
    overwriteTries(subject.array(), patterns);
    overwriteSums(subject.array(), patterns);
    overwritePauses(reached);
  }

  /// What is on the wire is somebody's to settle: nobody could say afterwards what became of it.
  private void refuseWhatIsOpen(Long[] ids) {
    var states =
        jdbc.sql(
                """
                select state from queue
                where delivery_id in (select id from delivery where target_id = any(:ids::bigint[]) and target_kind = 'PERSON')
                order by delivery_id for update
                """)
            .param("ids", ids)
            .query(String.class)
            .list();
    if (states.contains("SENDING")) {
      throw new Refusal("privacy.on-the-wire");
    }
    int uncertain =
        jdbc.sql(
                """
                select count(*) from delivery
                where target_id = any(:ids::bigint[]) and target_kind = 'PERSON' and status = 'UNCERTAIN'
                """)
            .param("ids", ids)
            .query(Integer.class)
            .single();
    if (uncertain > 0) {
      throw new Refusal("privacy.uncertain", uncertain);
    }
  }

  private void forgetCounters(DataSubject subject) {
    jdbc.sql(
            """
            with held as materialized (
              select channel, address, day from address_day where address = any(:own::text[])
              order by channel, address, day for update
            )
            delete from address_day a using held
            where a.channel = held.channel and a.address = held.address and a.day = held.day
            """)
        .param("own", subject.own().toArray(String[]::new))
        .update();
  }

  /// Also what a worker has claimed: without its row in the queue it does not get on the wire.
  private void cancel(Long[] ids) {
    jdbc.sql(
            """
            with held as materialized (
              select delivery_id from queue
              where delivery_id in (select id from delivery where target_id = any(:ids::bigint[]) and target_kind = 'PERSON')
              order by delivery_id for update
            ), ended as (
              delete from queue q using held where q.delivery_id = held.delivery_id returning q.*
            )
            update delivery d
            set status = 'CANCELLED', reason = '@erased', settled_at = lantoa_now(),
                attempts = ended.attempts, wire_at = ended.wire_at
            from ended where d.id = ended.delivery_id and (select count(*) from held) > 0
            """)
        .param("ids", ids)
        .update();
  }

  private void overwrite(Long[] ids, String[] patterns) {
    jdbc.sql(
            """
            with held as materialized (
              select id from delivery where target_id = any(:ids::bigint[]) and target_kind = 'PERSON' order by id for update
            )
            update delivery d
            set recipient_name = :erased, address = :erased,
                reason = without_person(replace(d.reason, d.address, '…'), :patterns::text[])
            from held where d.id = held.id
            """)
        .param("ids", ids)
        .param("erased", ERASED)
        .param("patterns", patterns)
        .update();
  }

  private void overwriteTries(Long[] ids, String[] patterns) {
    jdbc.sql(
            """
            update attempt set reason = without_person(reason, :patterns::text[])
            where delivery_id in (select id from delivery where target_id = any(:ids::bigint[]) and target_kind = 'PERSON')
              and reason ~* any(:patterns::text[])
            """)
        .param("ids", ids)
        .param("patterns", patterns)
        .update();
  }

  /// The reasons are counted in their own words.
  private void overwriteSums(Long[] ids, String[] patterns) {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", Tally.LOCK).query(_ -> {});
    jdbc.sql(
            """
            with held as materialized (
              select run_id, ctid as place from tally
              where run_id in (select run_id from delivery where target_id = any(:ids::bigint[]) and target_kind = 'PERSON')
                and reason ~* any(:patterns::text[])
              order by run_id, ctid for update
            )
            update tally t set reason = without_person(t.reason, :patterns::text[]) from held where t.ctid = held.place
            """)
        .param("ids", ids)
        .param("patterns", patterns)
        .update();
  }

  /// His addresses that something was sent to: a provider may have quoted them.
  private String[] reached(DataSubject subject) {
    var addresses =
        jdbc.sql(
                """
                select distinct address from delivery
                where target_id = any(:ids::bigint[]) and target_kind = 'PERSON' and address = any(:own::text[])
                """)
            .param("ids", subject.array())
            .param("own", subject.own().toArray(String[]::new))
            .query((row, _) -> row.getString(1))
            .list();
    return Patterns.addresses(addresses).toArray(String[]::new);
  }

  /// Where a channel is paused for all: an address is him, a name need not be.
  private void overwritePauses(String[] patterns) {
    jdbc.sql(
            """
            update channel_pause set reason = without_person(reason, :patterns::text[])
            where reason ~* any(:patterns::text[])
            """)
        .param("patterns", patterns)
        .update();
  }
}

package vn.lantoa.console.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.console.ConsoleExamples;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.database.DatabaseClock;
import vn.lantoa.privacy.Perishable;

/// What ends by itself, asked of those who own it.
@ConsoleTest
class OldDataTest {

  @Autowired private ConsoleExamples examples;
  @Autowired private Recipients recipients;
  @Autowired private List<Perishable> perishables;
  @Autowired private DatabaseClock clock;
  @Autowired private JdbcClient jdbc;

  @Test
  void oldMessagesAreStillCountedButNobodyKnowsWhomTheyWentTo() {
    long run = oldRun();
    var before = sums();
    var addresses = perishable("delivery-addresses");
    var bound = clock.read().minus(Duration.ofDays(548));
    assertThat(addresses.due(bound)).isEqualTo(5);

    assertThat(addresses.purge(bound, 3)).isEqualTo(3);
    assertThat(addresses.due(bound)).isEqualTo(2);
    assertThat(addresses.purge(bound, 3)).isEqualTo(2);

    assertThat(addresses.due(bound)).isZero();
    assertThat(sums()).isEqualTo(before);
    assertThat(
            jdbc.sql(
                    "select distinct recipient_name || ' ' || address from delivery where run_id = :run")
                .param("run", run)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("đã xóa đã xóa", "Cột tin cot");
    assertThat(new WholeDatabase(jdbc).places(List.of("nguoi.xua@rieng.example.vn"))).isEmpty();
  }

  @Test
  void whoWasTakenOffTheListLongAgoIsGoneButMayComeBack() {
    long gone = person("Bùi Thị Đi Xa", "+84977300001");
    long lately = person("Bùi Thị Mới Đi", "+84977300002");
    recipients.remove(gone);
    recipients.remove(lately);
    jdbc.sql("update recipient set removed_at = removed_at - interval '2 years' where id = :id")
        .param("id", gone)
        .update();
    var removed = perishable("removed-people");
    Instant bound = clock.read().minus(Duration.ofDays(365));
    assertThat(removed.due(bound)).isEqualTo(1);

    assertThat(removed.purge(bound, removed.part())).isEqualTo(1);

    assertThat(removed.purge(bound, removed.part())).isZero();
    assertThat(recipients.findRemoved(gone)).isEmpty();
    assertThat(recipients.findRemoved(lately)).isPresent();
    assertThat(new WholeDatabase(jdbc).places(List.of("+84977300001"))).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from forgotten where subject_id = :id")
                .param("id", gone)
                .query(Long.class)
                .single())
        .isZero();
  }

  private Perishable perishable(String kind) {
    return perishables.stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
  }

  private long person(String name, String phone) {
    var person =
        new NewRecipient(
            examples.commune().id(), name, "nguoi-dan", "", Map.of(Channel.SMS, phone), "Phiếu");
    recipients.put(person, Actor.SYSTEM);
    return recipients.byKey(person.key(), person.unitId()).orElseThrow();
  }

  /// Of two years ago: five people and a column of the portal.
  private long oldRun() {
    return jdbc.sql(
            """
            with c as (
              insert into campaign (unit_id, name, status, author) values (:unit, 'Ngày xưa', 'FINISHED', 'Lan')
              returning id, unit_id
            ), w as (
              insert into wave (campaign_id, position, item_id, segment_unit_id, segment_audiences, channels,
                start_local, catch_up_seconds, deadline_seconds)
              select c.id, 1, i.id, unit_id, '{}', '{email}', lantoa_now(), 7200, 7200
              from c, (select id from content_item limit 1) i returning id, campaign_id
            )
            insert into wave_run (wave_id, campaign_id, fire_at, status)
            select id, campaign_id, lantoa_now() - interval '2 years', 'FINISHED' from w returning id
            """)
        .param("unit", examples.commune().id())
        .query((row, _) -> filled(row.getLong(1)))
        .single();
  }

  private long filled(long run) {
    jdbc.sql(
            """
            insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name,
              address, status, reason, not_before, expires_at, settled_at)
            select r.id, r.campaign_id, case n when 6 then 'portal' else 'email' end,
              case n when 6 then 'OUTLET' else 'PERSON' end, 900000 + n, :unit,
              case n when 6 then 'Cột tin' else 'Người Xưa ' || n end,
              case n when 6 then 'cot' else 'nguoi.xua@rieng.example.vn' end,
              case when n < 4 then 'SENT' else 'FAILED' end,
              case when n in (4, 5) then 'no mailbox nguoi.xua@rieng.example.vn' end,
              r.fire_at, r.fire_at + interval '1 day', r.fire_at
            from wave_run r, generate_series(1, 6) n where r.id = :run
            """)
        .param("unit", examples.commune().id())
        .param("run", run)
        .update();
    return run;
  }

  private Map<String, Long> sums() {
    var sums = new TreeMap<String, Long>();
    jdbc.sql(
            """
            select run_id || ' ' || channel || ' ' || status || ' ' || coalesce(reason, '') as what, sum(n)
            from tally group by 1 having sum(n) <> 0
            """)
        .query(row -> {
          sums.put(row.getString(1), row.getLong(2));
        });
    return sums;
  }
}

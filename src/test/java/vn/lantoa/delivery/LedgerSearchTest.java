package vn.lantoa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audience.SearchText;
import vn.lantoa.common.Channel;
import vn.lantoa.common.DayRange;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.delivery.Deliveries.Filter;

/// Every way of the search finds what reading the whole ledger would, in the same order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerSearchTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          "nguyen",
          "Thị",
          "dang thi",
          "ĐẶNG",
          "kieu trinh",
          "không ai",
          "091 200",
          "+8491200",
          "p12@",
          "P12@",
          "trang cua so",
          "dai xa",
          "ten cu",
          "cu@",
          "100%",
          "_",
          "\\",
          "...");

  private JdbcClient jdbc;
  private LedgerSearch search;

  @BeforeAll
  void fill() {
    jdbc = JdbcClient.create(TestDatabase.create());
    search = new LedgerSearch(jdbc);
    jdbc.sql(
            """
            insert into org_unit (parent_id, kind, code, name) values
              (null, 'DEPARTMENT', 'SO', 'Sở'), (1, 'COMMUNE', 'XA', 'Xã'), (null, 'DEPARTMENT', 'KHAC', 'Sở khác')
            """)
        .update();
    jdbc.sql("insert into content_item (id, current_hash) values ('bai', 'hash')").update();
    jdbc.sql(
            """
            with c as (
              insert into campaign (unit_id, name, status, author)
              select u, 'Chiến dịch ' || n, 'RUNNING', 'Lan' from unnest('{1,2,3,2}'::int[]) with ordinality as t (u, n)
              returning id, unit_id
            ), w as (
              insert into wave (campaign_id, position, item_id, segment_unit_id, segment_audiences, channels,
                start_local, catch_up_seconds, deadline_seconds)
              select id, 1, 'bai', unit_id, '{}', '{sms,email}', now(), 7200, 7200 from c returning id, campaign_id
            )
            insert into wave_run (wave_id, campaign_id, fire_at, status, content_hash)
            select id, campaign_id, timestamptz '2026-10-09 08:00+07' + (n * 37 + id % 3) * interval '9 hours', 'RUNNING', 'hash' from w, generate_series(1, 3) as n
            """)
        .update();
    // More people called Nguyễn than are looked up one by one.
    jdbc.sql(
            """
            insert into recipient (unit_id, name, audience, dedupe_key)
            select 2, case when n % 400 = 0 then 'Kiều Trinh' when n % 4 = 0 then 'Đặng Thị ' || n else 'Nguyễn Văn ' || n end,
              'phu-huynh', n::text
            from generate_series(1, 1600) as n
            """)
        .update();
    jdbc.sql(
            """
            insert into contact_point (recipient_id, channel, address)
            -- Two people share each number.
            select id, 'sms', '+8491200' || lpad((id / 2)::text, 4, '0') from recipient
            union all select id, 'email', 'p' || id || '@mau.example.vn' from recipient
            """)
        .update();
    jdbc.sql(
            "insert into outlet (unit_id, channel, address, name) values (1, 'portal', 'so', 'Trang của Sở')")
        .update();
    jdbc.sql("insert into station (unit_id, kind, name) values (2, 'WARD_LOUDSPEAKER', 'Đài xã')")
        .update();
    jdbc.sql(
            """
            insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name,
              address, status, not_before, expires_at, wire_at)
            select run.id, run.campaign_id, p.channel, 'PERSON', r.id, 2, r.name, p.address,
              (array['SENT','DELIVERED','FAILED','PENDING','PENDING','SUPPRESSED','SENT'])[1 + (r.id * 7 + run.id) % 7],
              now(), now() + interval '1 day', now()
            from wave_run run, recipient r join contact_point p on p.recipient_id = r.id
            where (r.id + run.id) % 5 = 0
            """)
        .update();
    jdbc.sql(
            """
            insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name,
              address, status, not_before, expires_at)
            select id, campaign_id, 'portal', 'OUTLET', 1, 1, 'Trang của Sở', 'so', 'SENT', now(), now() from wave_run
            union all
            select id, campaign_id, 'radio', 'STATION', 1, 2, 'Đài xã', '1', 'SENT', now(), now() from wave_run
            """)
        .update();
    jdbc.sql("update queue set state = (array['PENDING','CLAIMED','SENDING'])[1 + delivery_id % 3]")
        .update();
    jdbc.sql("update delivery set status = 'UNCERTAIN' where status = 'FAILED' and id % 3 = 0")
        .update();
    // Who was somebody else when it was sent is found as he was.
    jdbc.sql("update recipient set name = 'Tên Mới' where name = 'Kiều Trinh' and id > 800")
        .update();
    jdbc.sql(
            "update contact_point set address = 'moi' || recipient_id where channel = 'email' and recipient_id % 9 = 0")
        .update();
    jdbc.sql("update outlet set name = 'Cổng mới'").update();
    jdbc.sql("delete from contact_point where recipient_id = 12").update();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void findsWhatReadingEverythingWould(boolean up) {
    for (var filter : filters()) {
      assertThat(search.ids(filter, up, null, 100))
          .as(filter.toString())
          .isEqualTo(read(filter, up, 100));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pagesFollowOneAnotherWithoutGapOrRepetition(boolean up) {
    for (var filter :
        List.of(
            filter(1, null, null, null, ""),
            filter(1, null, "sms", DeliveryStatus.SENT, "nguyen"),
            filter(1, null, null, DeliveryStatus.CLAIMED, ""),
            filter(1, null, null, null, "kieu"))) {
      var all = new ArrayList<Long>();
      Long before = null;
      for (var page = search.ids(filter, up, before, 37);
          !page.isEmpty();
          page = search.ids(filter, up, before, 37)) {
        all.addAll(page);
        before = all.getLast();
      }

      assertThat(all).as(filter.toString()).isEqualTo(read(filter, up, 100_000));
    }
  }

  @Test
  void whatComesInMeanwhileMovesNoPage() {
    var all = filter(3, null, null, null, "");
    var first = search.ids(all, false, null, 10);
    var second = search.ids(all, false, first.getLast(), 10);

    jdbc.sql(
            """
            insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name,
              address, status, not_before, expires_at)
            select max(id), max(campaign_id), 'portal', 'OUTLET', 2, 3, 'Trang khác', 'khac', 'SENT', now(), now()
            from wave_run where campaign_id = 3
            """)
        .update();

    assertThat(search.ids(all, false, first.getLast(), 10)).isEqualTo(second);
  }

  private static List<Filter> filters() {
    return Stream.concat(ofAnyDay(), ofSomeDays()).toList();
  }

  /// By every way of the search: the walk, few people, many, what is open.
  private static Stream<Filter> ofSomeDays() {
    var day = LocalDate.of(2026, 10, 23);
    return Stream.of(
            new DayRange(day, day),
            new DayRange(null, day),
            new DayRange(day, null),
            new DayRange(day.plusYears(1), null))
        .flatMap(days ->
            Stream.of("", "nguyen", "kieu")
                .flatMap(text ->
                    Stream.of(null, DeliveryStatus.PENDING, DeliveryStatus.UNCERTAIN)
                        .map(status ->
                            new Filter(1, null, null, status, SearchText.of(text), days))));
  }

  private static Stream<Filter> ofAnyDay() {
    return Stream.of(1L, 2L, 3L)
        .flatMap(unit ->
            Stream.concat(
                TEXTS.stream().map(text -> filter(unit, null, null, null, text)),
                Stream.of(DeliveryStatus.values())
                    .flatMap(status ->
                        Stream.of("", "nguyen", "kieu")
                            .flatMap(text ->
                                Stream.of(
                                    filter(unit, null, null, status, text),
                                    filter(unit, 2L, "sms", status, text))))));
  }

  private static Filter filter(
      long unit,
      @Nullable Long campaign,
      @Nullable String channel,
      @Nullable DeliveryStatus status,
      String text) {
    return new Filter(unit, campaign, channel == null ? null : new Channel(channel), status, text);
  }

  private List<Long> read(Filter filter, boolean up, int limit) {
    var text = filter.text().typed().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return jdbc.sql(
            """
            select d.id from delivery_now d
            join campaign c on c.id = d.campaign_id join wave_run r on r.id = d.run_id
            where c.unit_id in (select unit_and_below(:unit))
              and (:campaign::bigint is null or c.id = :campaign::bigint)
              and (:channel::text is null or d.channel = :channel::text)
              and (:status::text is null or d.status = :status::text)
              and (:text = '' or d.address ilike :text || '%'
                   or d.address like '+84' || ltrim(replace(nullif(:text, '...'), ' ', ''), '0') || '%'
                   or unaccent(lower(d.recipient_name)) like '%' || unaccent(lower(:text)) || '%')
              and (:begin::timestamptz is null or r.fire_at >= :begin::timestamptz)
              and (:end::timestamptz is null or r.fire_at < :end::timestamptz)
            order by case when :up then r.fire_at end, case when :up then r.id end, case when :up then d.id end,
              r.fire_at desc, r.id desc, d.id desc
            limit :limit
            """)
        .param("up", up)
        .param("begin", filter.days().begin())
        .param("end", filter.days().end())
        .param("unit", filter.unitId())
        .param("campaign", filter.campaignId())
        .param("channel", filter.channel() == null ? null : filter.channel().key())
        .param("status", filter.status() == null ? null : filter.status().name())
        .param("text", text)
        .param("limit", limit)
        .query((row, _) -> row.getLong(1))
        .list();
  }
}

package vn.lantoa.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.broadcast.Scripts;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.Section;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// A department with two schools, their people, and one item of the library: what the console's
/// tests walk through.
public record ConsoleExamples(
    OrgUnit department,
    OrgUnit elsewhere,
    Station ownStation,
    Station otherStation,
    long scriptId,
    long scriptItemId) {

  public static final String PASSWORD = "mot mat khau du dai";
  public static final String OFFICER = "lan";
  public static final String APPROVER = "minh";
  public static final String SCHOOL = "hanh";
  public static final String NEWCOMER = "moi";
  public static final String ADMIN = "quan";
  public static final String STRANGER = "la";
  public static final String ITEM = "vneid-dang-nhap";

  public static ConsoleExamples fill(ApplicationContext context) {
    var units = context.getBean(OrgUnits.class);
    var accounts = context.getBean(Accounts.class);
    var since = LocalDate.of(2025, 7, 1);
    var department =
        units.add(null, OrgUnit.Kind.DEPARTMENT, "SGD", "Sở Giáo dục và Đào tạo", since);
    var school = units.add(department.id(), OrgUnit.Kind.SCHOOL, "LQD", "THCS Lê Quý Đôn", since);
    var other = units.add(department.id(), OrgUnit.Kind.SCHOOL, "CVA", "THCS Chu Văn An", since);
    var officer = account(accounts, OFFICER, "Nguyễn Thị Lan", Role.OFFICER, department.id());
    account(accounts, APPROVER, "Trần Văn Minh", Role.APPROVER, department.id());
    account(accounts, SCHOOL, "Phạm Thị Hạnh", Role.SCHOOL, school.id());
    account(accounts, ADMIN, "Vũ Quang Huy", Role.ADMIN, department.id());
    var elsewhere = units.add(null, OrgUnit.Kind.DEPARTMENT, "SYT", "Sở Y tế", since);
    account(accounts, STRANGER, "Đỗ Thị Lạ", Role.OFFICER, elsewhere.id());
    accounts.add(
        NEWCOMER,
        "Lê Văn Mới",
        null,
        PASSWORD,
        true,
        List.of(new Account.Grant(Role.OFFICER, department.id())));

    var library = context.getBean(ContentLibrary.class);
    var item = library.take(ITEM + ".md", file(), officer.actor()).item().orElseThrow();
    var own = station(context, school.id(), "Phát thanh Lê Quý Đôn");
    var script =
        context
            .getBean(Scripts.class)
            .add(
                own.id(),
                LocalDate.now(Zones.VIETNAM),
                item.id(),
                item.current().hash(),
                item.title(),
                item.current().renditions().get(Section.RADIO).body(),
                1);
    return new ConsoleExamples(
        department,
        elsewhere,
        own,
        station(context, other.id(), "Phát thanh Chu Văn An"),
        script.id(),
        script.items().getFirst().id());
  }

  /// Messages of one of the unit's campaigns of which nobody knows whether they went out.
  ///
  /// @return the deliveries
  public static List<Long> uncertain(ApplicationContext context, long unitId, String... names) {
    var jdbc = context.getBean(JdbcClient.class);
    var ids =
        jdbc.sql(
                """
                with c as (
                  insert into campaign (unit_id, name, status, author) values (:unit, 'Chiến dịch cũ', 'FINISHED', 'Lan')
                  returning id, unit_id
                ), w as (
                  insert into wave (campaign_id, position, item_id, segment_unit_id, segment_audiences, channels,
                    start_local, catch_up_seconds, deadline_seconds)
                  select c.id, 1, i.id, unit_id, '{}', '{email}', now(), 7200, 7200
                  from c, (select id from content_item limit 1) i returning id, campaign_id
                ), r as (
                  insert into wave_run (wave_id, campaign_id, fire_at, status)
                  select id, campaign_id, now(), 'FINISHED' from w returning id, campaign_id
                )
                insert into delivery (run_id, campaign_id, channel, target_kind, target_id, unit_id, recipient_name,
                  address, status, not_before, expires_at)
                select r.id, r.campaign_id, 'email', 'PERSON', n, :unit, name, 'p' || n || '@mau.example.vn', 'SENT', now(),
                  now() + interval '1 day'
                from r, unnest(:names::text[]) with ordinality as who (name, n)
                returning id
                """)
            .param("unit", unitId)
            .param("names", names)
            .query((row, _) -> row.getLong(1))
            .list();
    jdbc.sql("update delivery set status = 'UNCERTAIN', reason = '@crashed' where id = any(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .update();
    return ids;
  }

  private static Account account(
      Accounts accounts, String username, String name, Role role, long unitId) {
    return accounts.add(
        username, name, null, PASSWORD, false, List.of(new Account.Grant(role, unitId)));
  }

  private static Station station(ApplicationContext context, long unitId, String name) {
    return context
        .getBean(Stations.class)
        .put(
            unitId,
            Station.Kind.SCHOOL_RADIO,
            name,
            null,
            200,
            List.of(new Station.AirSlot(DayOfWeek.MONDAY, LocalTime.of(7, 15), 10)));
  }

  private static String file() {
    try (var files = Files.walk(Path.of("content"))) {
      return Files.readString(
          files.filter(file -> file.endsWith(ITEM + ".md")).findAny().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

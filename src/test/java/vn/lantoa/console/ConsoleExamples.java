package vn.lantoa.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.broadcast.BroadcastScript;
import vn.lantoa.broadcast.Scripts;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Zones;
import vn.lantoa.content.ContentItem;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.Section;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.security.Account;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// A department with a commune and two schools, their people, and two items of the library: one
/// that waits for approval and one that has it. What the console's tests walk through.
///
/// @param commune two people live there, of whom one agreed to be written to
/// @param elsewhere a department that has nothing to do with the other
public record ConsoleExamples(
    OrgUnit department,
    OrgUnit commune,
    OrgUnit elsewhere,
    Station ownStation,
    Station otherStation,
    long scriptId,
    long scriptItemId) {

  public static final String PASSWORD = "mot mat khau du dai";
  public static final String OFFICER = "lan";
  public static final String APPROVER = "duc";

  /// Officer and approver at once.
  public static final String BOTH = "minh";

  public static final String SCHOOL = "hanh";
  public static final String NEWCOMER = "moi";

  /// Administrator of all units, and operator of the machine.
  public static final String ADMIN = "huy";

  /// Officer and approver elsewhere.
  public static final String STRANGER = "la";

  public static final String ITEM = "vneid-dang-nhap";
  public static final String APPROVED_ITEM = "ky-so-tai-nha";

  private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

  private static final String APPROVED_TEXT =
      """
      ---
      id: ky-so-tai-nha
      title: Ký số tại nhà
      topic: chu-ky-so
      audiences: [nguoi-dan]
      valid: 2020-01-01/2099-12-31
      link: https://dichvucong.gov.vn
      source: Kế hoạch, mục II
      ---
      ## sms
      Ký số tại nhà, không cần in giấy. Xem {{link}}
      ## email: Ký số tại nhà
      Kính gửi {{recipient.name}}, nay quý vị ký giấy tờ ngay tại nhà.
      ## social
      Ký số tại nhà, không cần in giấy.
      ## radio
      Kính thưa bà con, nay bà con ký giấy tờ ngay tại nhà.
      ## portal
      Ký số tại nhà, không cần in giấy.
      """;

  public static ConsoleExamples fill(ApplicationContext context) {
    var units = context.getBean(OrgUnits.class);
    var department =
        units.add(null, OrgUnit.Kind.DEPARTMENT, "SGD", "Sở Giáo dục và Đào tạo", SINCE);
    var commune = units.add(department.id(), OrgUnit.Kind.COMMUNE, "AL", "Xã An Lão", SINCE);
    var school = units.add(department.id(), OrgUnit.Kind.SCHOOL, "LQD", "THCS Lê Quý Đôn", SINCE);
    var other = units.add(department.id(), OrgUnit.Kind.SCHOOL, "CVA", "THCS Chu Văn An", SINCE);
    var elsewhere = units.add(null, OrgUnit.Kind.DEPARTMENT, "SYT", "Sở Y tế", SINCE);
    var accounts = context.getBean(Accounts.class);
    var officer = account(accounts, OFFICER, "Nguyễn Thị Lan", department, Role.OFFICER);
    var approver = account(accounts, APPROVER, "Lê Minh Đức", department, Role.APPROVER);
    account(accounts, BOTH, "Trần Văn Minh", department, Role.OFFICER, Role.APPROVER);
    account(accounts, SCHOOL, "Phạm Thị Hạnh", school, Role.SCHOOL);
    account(accounts, ADMIN, "Vũ Quang Huy", department, Role.ADMIN, Role.OPERATOR);
    account(accounts, STRANGER, "Đỗ Thị Lạ", elsewhere, Role.OFFICER, Role.APPROVER);
    accounts.add(
        NEWCOMER,
        "Lê Văn Mới",
        null,
        PASSWORD,
        true,
        List.of(new Account.Grant(Role.OFFICER, department.id())));
    person(context, officer, commune, "Phạm Phương Thảo", "+84912000001", "Phiếu đồng ý");
    person(context, officer, commune, "Đỗ Văn Chưa Đồng Ý", "+84912000002", "");

    var library = context.getBean(ContentLibrary.class);
    var item = library.take(ITEM + ".md", file(), officer).item().orElseThrow();
    var approved = library.take(APPROVED_ITEM + ".md", APPROVED_TEXT, officer).item().orElseThrow();
    library.approve(approved.id(), approved.current().hash(), approver);
    var own = station(context, school.id(), "Phát thanh Lê Quý Đôn");
    var script = script(context, own, item);
    return new ConsoleExamples(
        department,
        commune,
        elsewhere,
        own,
        station(context, other.id(), "Phát thanh Chu Văn An"),
        script.id(),
        script.items().getFirst().id());
  }

  private static Actor account(
      Accounts accounts, String username, String name, OrgUnit unit, Role... roles) {
    var grants = Stream.of(roles).map(role -> new Account.Grant(role, unit.id())).toList();
    return accounts.add(username, name, null, PASSWORD, false, grants).actor();
  }

  private static void person(
      ApplicationContext context,
      Actor by,
      OrgUnit unit,
      String name,
      String phone,
      String consent) {
    var addresses =
        Map.of(Channel.SMS, phone, Channel.EMAIL, phone.substring(1) + "@mau.example.vn");
    context
        .getBean(Recipients.class)
        .put(new NewRecipient(unit.id(), name, "nguoi-dan", "", addresses, consent), by);
  }

  /// Of this week.
  private static BroadcastScript script(
      ApplicationContext context, Station station, ContentItem item) {
    return context
        .getBean(Scripts.class)
        .add(
            station.id(),
            LocalDate.ofInstant(context.getBean(InstantSource.class).instant(), Zones.VIETNAM),
            item.id(),
            item.current().hash(),
            item.title(),
            item.current().renditions().get(Section.RADIO).body(),
            1);
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

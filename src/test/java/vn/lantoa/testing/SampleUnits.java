package vn.lantoa.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlets;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// A department with a portal column, a school with a station, two people with accounts and some
/// recipients.
public record SampleUnits(OrgUnit department, Station station, Actor officer, Actor approver) {

  public static final String OFFICER = "can-bo";
  public static final String APPROVER = "nguoi-duyet";
  public static final String PASSWORD = "mot mat khau dai";

  public static SampleUnits fill(TestServer server, int recipients) {
    var units = server.get(OrgUnits.class);
    var since = LocalDate.of(2025, 7, 1);
    var department = units.add(null, OrgUnit.Kind.DEPARTMENT, "SO", "Sở Giáo dục", since);
    var school = units.add(department.id(), OrgUnit.Kind.SCHOOL, "T1", "Trường Kim Đồng", since);
    server.get(Outlets.class).put(department.id(), Channel.PORTAL, "so", "Cổng của sở");
    var station =
        server
            .get(Stations.class)
            .put(
                school.id(),
                Station.Kind.SCHOOL_RADIO,
                "Phát thanh Kim Đồng",
                "truong@truong.example.vn",
                200,
                List.of(new Station.AirSlot(DayOfWeek.MONDAY, LocalTime.of(7, 15), 15)));
    SamplePeople.add(server, school.id(), "phu-huynh", recipients, Actor.SYSTEM);
    return new SampleUnits(
        department,
        station,
        account(server, OFFICER, Role.OFFICER, department),
        account(server, APPROVER, Role.APPROVER, department));
  }

  private static Actor account(TestServer server, String name, Role role, OrgUnit unit) {
    return server
        .get(Accounts.class)
        .add(name, name, null, PASSWORD, false, List.of(new Grant(role, unit.id())))
        .actor();
  }
}

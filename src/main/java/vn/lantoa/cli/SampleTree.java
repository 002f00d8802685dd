package vn.lantoa.cli;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Station.AirSlot;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.common.Channel;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnit.Kind;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlets;

/// The units of the sample: a province that does not exist, in the order of two levels that holds
/// since 1/7/2025. Department and communes stand beside each other below the province; upper
/// secondary schools are the department's, primary and lower secondary schools the communes'
/// (Decree 142/2025, Circular 15/2025 of the Ministry of Education).
final class SampleTree {

  private static final String PROVINCE = "UBND-TINH";

  /// The top of the samples of earlier versions, which had no province.
  private static final String FORMER_TOP = "SO-GDDT";

  private static final List<String> UPPER_SECONDARY =
      List.of("THPT Chu Văn An", "THPT Hùng Vương", "THPT Phan Bội Châu", "THPT Lương Thế Vinh");

  private static final List<Commune> COMMUNES =
      List.of(
          new Commune(
              "xã",
              "Hải Sơn",
              "xa-hai-son",
              List.of(
                  "THCS Nguyễn Du",
                  "THCS Lê Quý Đôn",
                  "THCS Hải Sơn",
                  "Tiểu học Kim Đồng",
                  "Tiểu học Hải Sơn")),
          new Commune(
              "xã",
              "Đồng Xuân",
              "xa-dong-xuan",
              List.of(
                  "THCS Trần Phú",
                  "THCS Đồng Xuân",
                  "Tiểu học Lê Văn Tám",
                  "Tiểu học Nguyễn Bá Ngọc",
                  "Tiểu học Đồng Xuân")),
          new Commune(
              "phường",
              "Sông Thắm",
              "phuong-song-tham",
              List.of(
                  "THCS Võ Thị Sáu",
                  "THCS Ngô Quyền",
                  "THCS Sông Thắm",
                  "Tiểu học Trần Quốc Toản",
                  "Tiểu học Sông Thắm",
                  "Tiểu học Nguyễn Trãi")),
          new Commune(
              "đặc khu",
              "Hòn Mây",
              "dac-khu-hon-may",
              List.of(
                  "THCS Hòn Mây",
                  "THCS Phan Chu Trinh",
                  "Tiểu học Hòn Mây",
                  "Tiểu học Võ Thị Sáu")));

  private final OrgUnits units;
  private final Outlets outlets;
  private final Stations stations;
  private int schools;

  SampleTree(BeanFactory beans) {
    units = beans.getBean(OrgUnits.class);
    outlets = beans.getBean(Outlets.class);
    stations = beans.getBean(Stations.class);
  }

  /// The top of a sample that was loaded before, also by an earlier version.
  Optional<OrgUnit> loaded() {
    return units.byCode(PROVINCE).or(() -> units.byCode(FORMER_TOP));
  }

  Planted plant() {
    var province = unit(null, Kind.PROVINCE, PROVINCE, "UBND tỉnh Hải Thịnh");
    publishes(province, "tinh-hai-thinh");
    var department = unit(province, Kind.DEPARTMENT, "SO-GDDT", "Sở Giáo dục và Đào tạo Hải Thịnh");
    units.shorten(department.id(), "Sở GDĐT Hải Thịnh");
    publishes(department, "so-gddt");
    List<OrgUnit> places = new ArrayList<>();
    for (var one : COMMUNES) {
      var name = "UBND " + one.kind + " " + one.name;
      var commune = unit(province, Kind.COMMUNE, one.column.toUpperCase(Locale.ROOT), name);
      publishes(commune, one.column);
      places.add(commune);
      one.schools.forEach(school -> places.add(school(commune, school)));
    }
    UPPER_SECONDARY.forEach(school -> places.add(school(department, school)));
    var school =
        places.stream().filter(place -> place.kind() == Kind.SCHOOL).findFirst().orElseThrow();
    return new Planted(province, school, List.copyOf(places));
  }

  private OrgUnit school(OrgUnit parent, String name) {
    int number = ++schools;
    var school = unit(parent, Kind.SCHOOL, "TRUONG-%02d".formatted(number), "Trường " + name);
    stations.put(
        school.id(),
        Station.Kind.SCHOOL_RADIO,
        "Phát thanh " + name,
        "phat-thanh.%02d@truong.example.vn".formatted(number),
        200,
        List.of(new AirSlot(DayOfWeek.of(1 + number % 5), LocalTime.of(7, 15), 15)));
    return school;
  }

  private void publishes(OrgUnit unit, String column) {
    long id = unit.id();
    outlets.put(id, Channel.FACEBOOK, "10000000000" + id, "Trang Facebook " + unit.name());
    outlets.put(id, Channel.ZALO, "20000000000" + id, "Zalo " + unit.name());
    outlets.put(id, Channel.TELEGRAM, "-10030000000" + id, "Telegram " + unit.name());
    outlets.put(id, Channel.PORTAL, column, "Chuyên mục Dịch vụ công, " + unit.name());
  }

  private OrgUnit unit(@Nullable OrgUnit parent, Kind kind, String code, String name) {
    return units.add(
        parent == null ? null : parent.id(), kind, code, name, LocalDate.of(2025, 7, 1));
  }

  /// @param kind as it stands in its name
  /// @param column its column of the portal; its code, too
  private record Commune(String kind, String name, String column, List<String> schools) {}

  /// @param school a school of a commune
  /// @param places communes and schools: where people are
  record Planted(OrgUnit province, OrgUnit school, List<OrgUnit> places) {}
}

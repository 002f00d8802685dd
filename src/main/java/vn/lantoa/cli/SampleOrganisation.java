package vn.lantoa.cli;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.broadcast.Station;
import vn.lantoa.broadcast.Station.AirSlot;
import vn.lantoa.broadcast.Stations;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnit.Kind;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlets;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// A department with communes, schools and people that do not exist: mail under `example.vn`,
/// telephone numbers of the range +8430, which is not assigned.
final class SampleOrganisation {

  /// Of every sample account; the demo listens on this machine only.
  static final String PASSWORD = "lan-toa-2026";

  static final String OFFICER = "can-bo";
  static final String APPROVER = "nguoi-duyet";
  static final String SCHOOL = "truong-hoc";
  static final String ADMIN = "quan-tri";

  private static final String[] COMMUNES = {"Hải Sơn", "Sông Thắm", "Đồng Xuân"};
  private static final String[] SCHOOLS = {
    "THCS Nguyễn Du", "THCS Lê Quý Đôn", "THCS Võ Thị Sáu", "THCS Trần Phú",
    "THCS Kim Đồng", "THCS Phan Bội Châu", "THPT Chu Văn An", "THPT Hùng Vương"
  };
  private static final String[] FAMILY = {
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"
  };
  private static final String[] MIDDLE = {"Thị", "Văn", "Minh", "Thu", "Đức", "Ngọc", "Quang"};
  private static final String[] GIVEN = {
    "Thảo", "Hùng", "Lan", "Phương", "Tuấn", "Hạnh", "Dũng", "Yến", "Khánh", "Ánh", "Bình"
  };
  private static final String[] AUDIENCES = {
    "phu-huynh",
    "phu-huynh",
    "phu-huynh",
    "nguoi-dan",
    "giao-vien",
    "nhan-vien",
    "doanh-nghiep",
    "to-cong-nghe-so"
  };

  private final BeanFactory beans;

  SampleOrganisation(BeanFactory beans) {
    this.beans = beans;
  }

  /// Loads all of it in one transaction, or finds it loaded.
  ///
  /// @return the department
  OrgUnit load(int recipients) {
    var known = beans.getBean(OrgUnits.class).byCode("SO-GDDT");
    return known.orElseGet(() ->
        java.util.Objects.requireNonNull(
            beans.getBean(TransactionTemplate.class).execute(_ -> loadAll(recipients))));
  }

  Account account(String username) {
    return beans.getBean(Accounts.class).byUsername(username).orElseThrow();
  }

  private OrgUnit loadAll(int recipients) {
    var department = unit(null, Kind.DEPARTMENT, "SO-GDDT", "Sở Giáo dục và Đào tạo Hải Thịnh");
    beans.getBean(OrgUnits.class).shorten(department.id(), "Sở GDĐT Hải Thịnh");
    outlets(department, "so-gddt");
    var places = new ArrayList<OrgUnit>();
    for (int c = 0; c < COMMUNES.length; c++) {
      var commune = unit(department, Kind.COMMUNE, "XA-" + (c + 1), "UBND xã " + COMMUNES[c]);
      beans.getBean(OrgUnits.class).shorten(commune.id(), "Xã " + COMMUNES[c]);
      outlets(commune, "xa-" + (c + 1));
      places.add(commune);
      for (int s = 0; s < SCHOOLS.length; s++) {
        places.add(school(commune, c, s));
      }
    }
    accounts(department, places.get(1));
    people(places, recipients);
    return department;
  }

  private OrgUnit school(OrgUnit commune, int c, int s) {
    var code = "TRUONG-" + (c + 1) + "-" + (s + 1);
    var name = "Trường " + SCHOOLS[s] + " (" + COMMUNES[c] + ")";
    var school = unit(commune, Kind.SCHOOL, code, name);
    var day = DayOfWeek.of(1 + (c * SCHOOLS.length + s) % 5);
    beans
        .getBean(Stations.class)
        .put(
            school.id(),
            Station.Kind.SCHOOL_RADIO,
            "Phát thanh " + name.substring("Trường ".length()),
            "phat-thanh." + (c + 1) + "." + (s + 1) + "@truong.example.vn",
            200,
            List.of(new AirSlot(day, LocalTime.of(7, 15), 15)));
    return school;
  }

  private void outlets(OrgUnit unit, String address) {
    var outlets = beans.getBean(Outlets.class);
    outlets.put(
        unit.id(), Channel.FACEBOOK, "10000000000" + unit.id(), "Trang Facebook " + unit.name());
    outlets.put(unit.id(), Channel.ZALO, "20000000000" + unit.id(), "Zalo " + unit.name());
    outlets.put(unit.id(), Channel.TELEGRAM, "-10030000000" + unit.id(), "Telegram " + unit.name());
    outlets.put(unit.id(), Channel.PORTAL, address, "Chuyên mục Dịch vụ công, " + unit.name());
  }

  private void accounts(OrgUnit department, OrgUnit school) {
    account(OFFICER, "Trần Thu Hà", Role.OFFICER, department);
    account(APPROVER, "Lê Minh Đức", Role.APPROVER, department);
    account(SCHOOL, "Phạm Ngọc Ánh", Role.SCHOOL, school);
    account(ADMIN, "Vũ Quang Huy", Role.ADMIN, department);
  }

  private void account(String username, String name, Role role, OrgUnit unit) {
    beans
        .getBean(Accounts.class)
        .add(
            username,
            name,
            username + "@mau.example.vn",
            PASSWORD,
            false,
            List.of(new Grant(role, unit.id())));
  }

  private void people(List<OrgUnit> places, int recipients) {
    beans
        .getBean(Recipients.class)
        .addAll(IntStream.range(0, recipients).mapToObj(i -> person(places, i)), Actor.SYSTEM);
    var suppressions = beans.getBean(Suppressions.class);
    // One in a hundred said no: a demo without them would hide what the ledger does about it.
    for (int i = 37; i < Math.min(recipients, 2_000); i += 100) {
      suppressions.suppress(Channel.SMS, phone(i), SuppressionReason.OPT_OUT, "demo", Actor.SYSTEM);
      suppressions.suppress(
          Channel.EMAIL, email(i), SuppressionReason.OPT_OUT, "demo", Actor.SYSTEM);
    }
  }

  private static NewRecipient person(List<OrgUnit> places, int i) {
    Map<Channel, String> addresses = new HashMap<>();
    if (i % 20 != 7) {
      addresses.put(Channel.SMS, phone(i));
    }
    if (i % 10 != 3) {
      addresses.put(Channel.EMAIL, email(i));
    }
    var name =
        FAMILY[i % FAMILY.length]
            + " "
            + MIDDLE[i / 3 % MIDDLE.length]
            + " "
            + GIVEN[i / 7 % GIVEN.length];
    return new NewRecipient(
        places.get(i % places.size()).id(),
        name,
        AUDIENCES[i / places.size() % AUDIENCES.length],
        String.valueOf(i),
        addresses,
        i % 50 == 11 ? "" : "Phiếu đồng ý đầu năm học");
  }

  /// +8430 is assigned to no carrier.
  private static String phone(int i) {
    return "+8430%07d".formatted(i);
  }

  private static String email(int i) {
    return "nguoi-nhan-%06d@mau.example.vn".formatted(i);
  }

  private OrgUnit unit(
      @org.jspecify.annotations.Nullable OrgUnit parent, Kind kind, String code, String name) {
    return beans
        .getBean(OrgUnits.class)
        .add(parent == null ? null : parent.id(), kind, code, name, LocalDate.of(2025, 7, 1));
  }
}

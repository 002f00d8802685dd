package vn.lantoa.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.security.Account;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;

/// A province with its department, communes, schools and people that do not exist: mail under
/// `example.vn`, telephone numbers of the range +8430, which is not assigned.
final class SampleOrganisation {

  /// Of every sample account; the demo listens on this machine only.
  static final String PASSWORD = "lan-toa-2026";

  static final String OFFICER = "can-bo";
  static final String APPROVER = "nguoi-duyet";
  static final String SCHOOL = "truong-hoc";
  static final String ADMIN = "quan-tri";

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
  /// @return the unit at the top, whose accounts plan and approve
  OrgUnit load(int recipients) {
    return new SampleTree(beans)
        .loaded()
        .orElseGet(() ->
            Objects.requireNonNull(
                beans.getBean(TransactionTemplate.class).execute(_ -> loadAll(recipients))));
  }

  Account account(String username) {
    return beans.getBean(Accounts.class).byUsername(username).orElseThrow();
  }

  private OrgUnit loadAll(int recipients) {
    var tree = new SampleTree(beans).plant();
    accounts(tree.province(), tree.school());
    people(tree.places(), recipients);
    return tree.province();
  }

  private void accounts(OrgUnit province, OrgUnit school) {
    account(OFFICER, "Trần Thu Hà", province, Role.OFFICER);
    account(APPROVER, "Lê Minh Đức", province, Role.APPROVER);
    account(SCHOOL, "Phạm Ngọc Ánh", school, Role.SCHOOL);
    account(ADMIN, "Vũ Quang Huy", province, Role.ADMIN, Role.OPERATOR);
  }

  private void account(String username, String name, OrgUnit unit, Role... roles) {
    beans
        .getBean(Accounts.class)
        .add(
            username,
            name,
            username + "@mau.example.vn",
            PASSWORD,
            false,
            Stream.of(roles).map(role -> new Grant(role, unit.id())).toList());
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
}

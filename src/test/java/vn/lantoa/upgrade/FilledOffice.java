package vn.lantoa.upgrade;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import vn.lantoa.audience.Consents;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.audience.Scope;
import vn.lantoa.audience.SuppressionReason;
import vn.lantoa.audience.Suppressions;
import vn.lantoa.common.Channel;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.org.OrgUnits;
import vn.lantoa.org.Outlets;
import vn.lantoa.roster.Rosters;
import vn.lantoa.security.Account.Grant;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.Role;
import vn.lantoa.testing.Department;
import vn.lantoa.testing.TestServer;

/// Everything but campaigns that an office has after a while: units, outlets, accounts of every
/// kind, people who agreed and people who did not, texts in every state.
final class FilledOffice {

  static final int PEOPLE = 20;
  static final String PASSWORD = "mot mat khau dai";

  /// As [Department] calls the first one.
  static final String APPROVER = "nguoi-duyet-1";

  static final String SCHOOL_ACCOUNT = "truong";
  static final String GONE_ACCOUNT = "da-nghi";

  private final TestServer server;
  private final Department office;
  private final OrgUnit school;
  private final List<String> phones = new ArrayList<>();

  private FilledOffice(TestServer server) {
    this.server = server;
    office = Department.in(server);
    school = office.school("THCS Kim Đồng");
  }

  /// @return where the campaigns to come are written
  static FilledOffice in(TestServer server) {
    var filled = new FilledOffice(server);
    filled.units();
    filled.accounts();
    filled.people();
    filled.texts();
    return filled;
  }

  Department office() {
    return office;
  }

  /// Of the n-th person, from 0.
  String phone(int n) {
    return phones.get(n);
  }

  static String email(int n) {
    return "p%02d@mau.example.vn".formatted(n);
  }

  private void units() {
    var outlets = server.get(Outlets.class);
    outlets.put(office.unit().id(), Channel.PORTAL, "so", "Cổng của sở");
    outlets.put(office.unit().id(), Channel.FACEBOOK, "1234567890", "Trang của sở");
    outlets.put(school.id(), Channel.ZALO, "kim-dong", "Zalo của trường");
    outlets.put(school.id(), Channel.ZALO, "kim-dong", "Zalo THCS Kim Đồng");
    office.station(school, "truong@truong.example.vn");
    server
        .get(OrgUnits.class)
        .add(null, OrgUnit.Kind.DEPARTMENT, "SYT", "Sở Y tế", LocalDate.of(2025, 7, 1));
  }

  private void accounts() {
    var accounts = server.get(Accounts.class);
    var grant = List.of(new Grant(Role.SCHOOL, school.id()));
    accounts.add(SCHOOL_ACCOUNT, "Phạm Thị Hạnh", "hanh@mau.example.vn", PASSWORD, false, grant);
    accounts.add("moi", "Lê Văn Mới", null, PASSWORD, true, grant);
    var gone = accounts.add(GONE_ACCOUNT, "Đỗ Văn Nghỉ", null, PASSWORD, false, grant);
    accounts.setActive(gone.id(), false);
    try {
      server
          .get(AuthenticationProvider.class)
          .authenticate(new UsernamePasswordAuthenticationToken(SCHOOL_ACCOUNT, "nham"));
    } catch (BadCredentialsException _) {
      // Counted.
    }
  }

  private void people() {
    var recipients = server.get(Recipients.class);
    for (int n = 0; n < PEOPLE; n++) {
      phones.add(office.phone());
      recipients.put(person(n, "Người thứ " + n, n == 2 ? "" : "phiếu"), office.officer());
    }
    recipients.put(person(4, "Nguyễn Thị Đổi Tên", "phiếu"), office.officer());
    var refuser = recipients.search(school.id(), phones.get(1), 0, 1).getFirst();
    server.get(Consents.class).optOut(refuser.id(), "điện thoại", office.officer());
    var suppressions = server.get(Suppressions.class);
    suppressions.suppress(
        Channel.SMS, phones.get(3), SuppressionReason.DO_NOT_CALL, "danh sách", office.officer());
    suppressions.suppress(
        Channel.EMAIL, email(5), SuppressionReason.MANUAL, "nhầm", office.officer());
    suppressions.lift(Channel.EMAIL, email(5), office.officer());
    file(
        """
        họ tên,đối tượng,điện thoại,email,mã đơn vị,mã,đồng ý
        Nguyễn Thị Thảo,phu-huynh,0912 000 001,thao@example.vn,,PH-001,Phiếu đồng ý đầu năm học
        Trần Văn Minh,giao-vien,,minh@example.vn,,GV-014,Đăng ký tại trường
        Không có địa chỉ,phu-huynh,,,,,
        """);
  }

  private void file(String csv) {
    var rosters = server.get(Rosters.class);
    var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    try {
      long id = rosters.keep(office.unit().id(), "danh-sach.csv", bytes, office.officer());
      rosters.take(rosters.find(id).orElseThrow(), Scope.NAMED_UNIT, office.officer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NewRecipient person(int n, String name, String consent) {
    var addresses = Map.of(Channel.SMS, phones.get(n), Channel.EMAIL, email(n));
    return new NewRecipient(school.id(), name, "phu-huynh", "P" + n, addresses, consent);
  }

  private void texts() {
    office.approveContent();
    var library = server.get(ContentLibrary.class);
    var returned = Department.in(server);
    var text = returned.content().current();
    library.sendBack(returned.itemId(), text.hash(), "Thiếu nguồn", returned.approver());
    var rewritten = Department.in(server);
    rewritten.approveContent();
    rewritten.rewriteContent();
  }
}

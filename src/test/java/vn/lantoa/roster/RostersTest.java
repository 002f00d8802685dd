package vn.lantoa.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.DatabaseClock;

class RostersTest {

  private static final String HEADER = "họ tên,đối tượng,điện thoại,email,mã đơn vị,mã,đồng ý\n";

  private final RosterExamples office = new RosterExamples();

  @Test
  void takesGoodRowsAndNamesWhatIsWrongWithTheOthers() {
    var check =
        office.take(
            HEADER
                + "Nguyễn Thị Thảo,phu-huynh,0912 345 678,thao@example.vn,T1,,phiếu\n"
                + ",phu-huynh,0912345679,,,,\n"
                + "Trần Văn An,phi-hanh-gia,0912345680,,,,\n"
                + "Lê Bình,giao-vien,123,binh@@example,,,\n"
                + "Vũ Cúc,giao-vien,,,,,\n"
                + "=HYPERLINK(1),giao-vien,0912345681,,,,\n"
                + "Đỗ Dung,giao-vien,0912345682,,T2,,\n"
                + "Ngô Em,giao-vien,0912345683,,KHONG,,\n"
                + "Nguyễn Thị Thảo,phu-huynh,0912345678,,,,\n");

    assertThat(check.added()).isEqualTo(1);
    assertThat(check.refused()).isEqualTo(8);
    assertThat(check.errors())
        .extracting(RowNote::row, RowNote::key)
        .containsExactly(
            tuple(3, "name-missing"),
            tuple(4, "audience-unknown"),
            tuple(5, "phone-wrong"),
            tuple(5, "email-wrong"),
            tuple(6, "no-address"),
            tuple(7, "name-formula"),
            tuple(8, "unit-foreign"),
            tuple(9, "unit-unknown"),
            tuple(10, "duplicate"));
    assertThat(office.person("thi thao"))
        .satisfies(person -> {
          assertThat(person.unitId()).isEqualTo(office.org.school().id());
          assertThat(person.contactPoints())
              .hasSize(2)
              .allMatch(point -> point.consentAt() != null);
        });
    assertThat(office.rosters.past(office.org.department().id()))
        .singleElement()
        .satisfies(past -> {
          assertThat(past.added()).isEqualTo(1);
          assertThat(past.refused()).isEqualTo(8);
        });
  }

  @Test
  void theSameFileAgainAddsNobody() {
    var file =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "Người %d;phu-huynh;09%08d;;;M%d;phiếu".formatted(i, i, i))
            .collect(Collectors.joining("\n", "\uFEFF" + HEADER.replace(',', ';'), "\n"));

    var dry = office.check(file);
    assertThat(office.recipients.count(office.org.commune().id())).isZero();
    var first = office.take(file);
    var second = office.take(file);

    assertThat(dry.added()).isEqualTo(20_000);
    assertThat(first.added()).isEqualTo(20_000);
    assertThat(second.unchanged()).isEqualTo(20_000);
    assertThat(office.recipients.count(office.org.commune().id())).isEqualTo(20_000);
  }

  @Test
  void aDryRunSaysWhatIsNewChangedUnchangedAndReturned() {
    office.take(
        HEADER
            + "An,phu-huynh,0912345671,,,A,phiếu\nBình,phu-huynh,0912345672,,,B,phiếu\n"
            + "Cúc,phu-huynh,0912345673,,,C,phiếu\n");
    office.recipients.remove(office.person("Cuc").id());

    var check =
        office.check(
            HEADER
                + "An,phu-huynh,0912345671,,,A,phiếu\nBình,giao-vien,0912345672,,,B,phiếu\n"
                + "Cúc,phu-huynh,0912345673,,,C,phiếu\nDung,phu-huynh,0912345674,,,D,phiếu\n"
                + "Em,phu-huynh,12,,,E,phiếu\n");

    assertThat(
            List.of(
                check.added(),
                check.changed(),
                check.unchanged(),
                check.returned(),
                check.refused()))
        .containsExactly(1, 1, 1, 1, 1);
    assertThat(office.people("Dung")).isEmpty();
  }

  @Test
  void whoOptedOutIsCountedAndStaysOut() {
    var file = HEADER + "An,phu-huynh,0912345671,,,,phiếu\nBình,phu-huynh,0912345672,,,,phiếu\n";
    office.take(file);
    vn.lantoa.audience.AudienceExamples.consents(office.jdbc)
        .optOut(office.person("An").id(), "gọi điện", Actor.SYSTEM);

    var check = office.check(file);
    office.take(file);

    assertThat(check.suppressed()).isEqualTo(1);
    assertThat(office.person("An").contactPoints()).allMatch(point -> point.suppressed() != null);
  }

  @Test
  void aNoInTheColumnOfConsentIsNone() {
    office.take(
        HEADER
            + "An,phu-huynh,0912345671,,,,Không\nBình,phu-huynh,0912345672,,,,x\n"
            + "Cúc,phu-huynh,0912345673,,,,\n");

    assertThat(office.person("An").contactPoints()).allMatch(point -> point.consentAt() == null);
    assertThat(office.person("Cuc").contactPoints()).allMatch(point -> point.consentAt() == null);
    assertThat(office.person("Binh").contactPoints())
        .allMatch(point -> "Tệp x.csv".equals(point.consentSource()));
  }

  @Test
  void forAPupilUnderSixteenAListNamesTheParentWhoAgreed() {
    var file =
        office.keep(
            HEADER
                + "An,hoc-sinh-thcs,0912345671,,,,Đăng ký tại bộ phận một cửa\n"
                + "Bình,hoc-sinh-thcs,0912345672,,,,x\n"
                + "Cúc,hoc-sinh-thcs,0912345673,,,,Mẹ ký phiếu 12/9\n"
                + "Dũng,hoc-sinh-thcs,0912345674,,,,phu huynh dong y\n"
                + "Em,hoc-sinh-thcs,0912345675,,,,\n"
                + "Giang,hoc-sinh-thpt,0912345676,,,,Tự đăng ký\n");

    assertThat(office.rosters.check(file, RosterExamples.SCOPE).added()).isEqualTo(4);
    assertThat(office.refused(file)).allMatch(row -> row.getLast().equals("child-consent"));
  }

  @Test
  void aFileIsTakenOnceAndForgottenTheNextDay() {
    var file = office.keep(HEADER + "An,phu-huynh,0912345671,,,,phiếu\n");
    office.take(file);

    assertRefused("import.taken", () -> office.take(file));
    assertThat(office.file(file.id()).taken()).isNotNull();

    office.jdbc.sql("update recipient_file set at = at - interval '2 days'").update();
    var yesterday =
        new DatabaseClock(office.jdbc, InstantSource.system()).read().minus(Duration.ofDays(1));
    var old = new OldFiles(office.jdbc);
    assertThat(old.due(yesterday)).isEqualTo(1);
    assertThat(old.purge(yesterday, 10)).isEqualTo(1);
    assertThat(office.rosters.find(file.id())).isEmpty();
    assertThat(office.rosters.past(office.org.department().id())).hasSize(1);
  }

  @Test
  void refusesWhatHoldsNobodyOrTooMany() {
    assertRefused("import.empty", () -> office.check(HEADER));
    assertRefused("import.empty", () -> office.keep(" \n\n"));
    var two = office.keep(HEADER + "An,phu-huynh,0912345671,,,,\nBình,phu-huynh,0912345672,,,,\n");
    assertRefused(
        "import.too-large", () -> office.rosters(1, false).check(two, RosterExamples.SCOPE));
    var totals = office.keep(HEADER + "An,phu-huynh,0912345671,,,,\nTổng cộng,,,,,,\n");
    assertRefused(
        "import.too-large", () -> office.rosters(1, false).check(totals, RosterExamples.SCOPE));
  }

  @Test
  void namesInOldFontsAreNotStoredBroken() {
    var file =
        HEADER
            + "NguyÔn V¨n Anh,phu-huynh,0912345671,,,,\nNguyá»…n An,phu-huynh,0912345672,,,,\n"
            + "\u00D0oàn Thị Ba,phu-huynh,0912345673,,,,\n";

    var check = office.take(file);

    assertThat(office.person("Đoàn Thị Ba").name()).isEqualTo("Đoàn Thị Ba");
    assertThat(check.errors()).extracting(RowNote::key).containsExactly("name-font", "name-font");
  }

  /// One of before may read like another's.
  @Test
  void aCodeIsReadAsItIsWrittenFirst() {
    office.jdbc.sql("update org_unit set code = 't1' where code = 'XA1'").update();

    var check =
        office.take(
            HEADER
                + "An,phu-huynh,0912345671,,T1,,\nBa,phu-huynh,0912345672,,t1,,\n"
                + "Tư,phu-huynh,0912345673,,t1 ,,\n");

    assertThat(office.person("An").unitId()).isEqualTo(office.org.school().id());
    assertThat(office.person("Ba").unitId()).isEqualTo(office.org.commune().id());
    assertThat(check.errors()).isEmpty();
  }

  /// A name stands in letters that were approved without it.
  @Test
  void aNameLeadsNowhere() {
    var check =
        office.take(
            HEADER
                + "\"Ba. VNeID bị khóa, vào https://a.example/khoa\",phu-huynh,0912345671,,,,\n"
                + "PGS.TS Lê Bốn,phu-huynh,0912345672,,,,\n");

    assertThat(office.person("PGS.TS Lê Bốn").name()).isEqualTo("PGS.TS Lê Bốn");
    assertThat(check.errors()).extracting(RowNote::key).containsExactly("name-address");
  }

  @Test
  void theRefusedRowsComeBackAsTheyWereSent() {
    var file = office.keep(HEADER + "An,phu-huynh,0912345671,,,,\nBình,phu-huynh,12,b@x.vn,,,\n");
    office.take(file);

    assertThat(office.refused(office.file(file.id())))
        .containsExactly(List.of("Bình", "phu-huynh", "12", "b@x.vn", "phone-wrong"));
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  /// Two hundred previews of twenty megabytes fill a disk.
  @Test
  void ofTheFilesOfOnePersonTheLastTenAreKept() {
    var first = office.keep(HEADER + "An,phu-huynh,0912345671,,,,phiếu\n");
    office.take(first);
    var second = office.keep(HEADER + "Bình,phu-huynh,0912345672,,,,phiếu\n");
    for (int i = 0; i < 9; i++) {
      office.keep(HEADER + "Cúc,phu-huynh,0912345673,,,,phiếu\n");
    }

    assertThat(office.rosters.find(first.id())).isEmpty();
    assertThat(office.rosters.find(second.id())).isPresent();
    assertThat(office.rosters.past(office.org.department().id())).hasSize(1);
    assertThat(office.people("An")).hasSize(1);
  }
}

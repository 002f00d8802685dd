package vn.lantoa.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Purpose;
import vn.lantoa.org.OrgUnit;

/// Files as offices really keep them: each case was met in the field.
class FieldFilesTest {

  private static final String HEADER = "họ tên,đối tượng,điện thoại,email\n";

  private final RosterExamples office = new RosterExamples();

  @Test
  void f3UnicodeTextOfExcelIsTaken() {
    var text = HEADER.replace(',', '\t') + "Nguyễn Đức\tphu-huynh\t0912345671\t\n";
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      for (var mark : List.of("\uFEFF", "")) {
        var file = office.keep("x.txt", (mark + text).getBytes(charset));

        assertThat(office.rosters.check(file, RosterExamples.SCOPE).people())
            .as(charset + mark)
            .isEqualTo(1);
      }
    }
  }

  @Test
  void f4Windows1258IsTakenWhereItIsUnmistakable() {
    var text =
        HEADER + "Nguyễn Thị Thưởng,phu-huynh,0912345671,\nĐỗ Đình Ước,phu-huynh,0912345672,\n";
    var file = office.keep("x.csv", windows1258(text));

    assertThat(office.rosters.look(file).form().encoding()).isEqualTo("windows-1258");
    office.take(file);
    assertThat(office.person("Nguyễn Thị Thưởng").name()).isEqualTo("Nguyễn Thị Thưởng");
    assertThat(office.person("uoc").name()).isEqualTo("Đỗ Đình Ước");
  }

  @Test
  void f5TheLineOfExcelThatNamesTheSeparatorIsNoRow() {
    var check =
        office.take(
            "sep=;\r\n" + HEADER.replace(',', ';') + "An;phu-huynh;0912345671;\r\nB;x;1;\r\n");

    assertThat(check.added()).isEqualTo(1);
    assertThat(check.errors()).extracting(RowNote::row).containsOnly(4);
  }

  @Test
  void f6TheSeparatorIsWhatMakesRowsEven() {
    var check =
        office.take(
            "họ tên,đối tượng,điện thoại,\"ghi chú; nhắc; lại\"\nAn,phu-huynh,0912345671,a;b\n"
                + "Bình,phu-huynh,0912345672,\"c; d; e\"\n");

    assertThat(check.added()).isEqualTo(2);
  }

  @Test
  void f7TitlesAboveTheHeaderAndTotalsBelowAreNobody() {
    var check =
        office.take(
            """
            SỞ GIÁO DỤC VÀ ĐÀO TẠO,,,
            "DANH SÁCH PHỤ HUYNH LỚP 6A, NĂM HỌC 2026",,,
            ,,,
            STT,Họ và tên,Đối tượng,Số điện thoại
            (1),(2),(3),(4)
            1,Nguyễn An,Phụ huynh học sinh,0912345671
            2,Trần Bình,Phụ huynh học sinh,0912345672
            3,,,
            STT,Họ và tên,Đối tượng,Số điện thoại
            3,Lê Cúc,Phụ huynh học sinh,12
            ,Tổng cộng: 3,,
            ,,,"Sông Thắm, ngày 5 tháng 9 năm 2026"
            ,Người lập danh sách,,
            """);

    assertThat(check.added()).isEqualTo(2);
    assertThat(check.errors()).extracting(RowNote::row).containsExactly(10);
    assertThat(check.skipped()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void f9CommonHeadersAreRecognised() {
    var file =
        office.keep("Họ đệm,Tên,Nhóm đối tượng,SĐT\nNguyễn Thị,An,Phụ huynh học sinh,0912345671\n");

    office.take(file);
    assertThat(office.addresses("Nguyễn Thị An")).containsExactly("+84912345671");
  }

  @Test
  void f9ANameOverTwoColumnsIsPutTogether() {
    office.take("STT,Họ và tên,,Đối tượng,Điện thoại\n1,Nguyễn Thị,An,phu-huynh,0912345671\n");

    assertThat(office.addresses("Nguyễn Thị An")).containsExactly("+84912345671");
  }

  @Test
  void f9APupilWithTheNumberOfAParentIsRecognisedAndTheGroupAsked() {
    var file = office.keep("STT,Họ tên học sinh,SĐT phụ huynh\n1,Nguyễn An,0912345671\n");

    assertThat(office.rosters.look(file).questions()).containsExactly(Question.AUDIENCE);
    var chosen =
        office.chosen(file, new Choices(0, null, null, "phu-huynh", Several.ASK, Purpose.NOTICE));
    office.take(chosen);
    assertThat(office.person("Nguyen An").audience()).isEqualTo("phu-huynh");
  }

  @Test
  void f9WhatIsUnclearIsAskedOnceAndRememberedForTheUnit() {
    var text =
        "Họ tên HS,Họ tên bố,Nhóm,SĐT bố,SĐT mẹ\nAn,Nguyễn Bố,Phụ huynh học sinh,0912345671,0912345672\n";
    var file = office.keep(text);
    assertThat(office.rosters.look(file).questions()).containsExactly(Question.SAME);

    office.chosen(
        file,
        new Choices(
            0,
            null,
            List.of(Field.NOTHING, Field.NAME, Field.AUDIENCE, Field.NOTHING, Field.PHONE),
            "",
            Several.ASK,
            Purpose.NOTICE));

    var next = office.keep(text);
    assertThat(office.rosters.look(next).questions()).isEmpty();
    office.take(next);
    assertThat(office.addresses("Nguyễn Bố")).containsExactly("+84912345672");
  }

  @Test
  void f9WithoutAnyHeaderTheColumnsAreAsked() {
    var file = office.keep("An,Phụ huynh học sinh,0912345671\nBình,Giáo viên,0912345672\n");
    assertThat(office.rosters.look(file).questions()).contains(Question.HEADER, Question.NAME);

    var chosen =
        office.chosen(
            file,
            new Choices(
                0,
                0,
                List.of(Field.NAME, Field.AUDIENCE, Field.PHONE),
                "",
                Several.ASK,
                Purpose.NOTICE));

    assertThat(office.take(chosen).added()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Phụ huynh học sinh", "PHU HUYNH HOC SINH", "phu-huynh", "Phụ huynh", "PHHS"})
  void f10LabelsAreTakenAsCodesAre(String said) {
    office.take(HEADER + "An," + said + ",0912345671,\n");

    assertThat(office.person("An").audience()).isEqualTo("phu-huynh");
  }

  @Test
  void f10ALabelThatCouldBeSeveralNamesThem() {
    var check = office.check(HEADER + "An,Học sinh,0912345671,\n");

    assertThat(check.errors())
        .singleElement()
        .matches(note -> note.key().equals("audience-unclear"))
        .matches(note -> note.detail().contains("Học sinh trung học phổ thông"));
  }

  @Test
  void aUnitIsTakenByItsNameAndSeveralOfTheNameAreNamed() {
    var units = office.org.units();
    units.add(
        office.org.commune().id(),
        OrgUnit.Kind.SCHOOL,
        "T8",
        "THCS Kim Đồng",
        java.time.LocalDate.EPOCH);
    for (var code : Set.of("T9", "T10")) {
      units.add(
          office.org.commune().id(),
          OrgUnit.Kind.SCHOOL,
          code,
          "Mầm non Hoa Mai",
          java.time.LocalDate.EPOCH);
    }
    var check =
        office.take(
            "họ tên,đối tượng,điện thoại,trường\nAn,phu-huynh,0912345671,truong mot\n"
                + "Bình,phu-huynh,0912345672,Trường THCS Kim Đồng\nCúc,phu-huynh,0912345673,Mầm non Hoa Mai\n"
                + "Dung,phu-huynh,0912345674,Trường Hai\n");

    assertThat(office.person("An").unitId()).isEqualTo(office.org.school().id());
    assertThat(check.errors())
        .extracting(RowNote::key)
        .containsExactly("unit-unclear", "unit-foreign");
    assertThat(check.errors().getFirst().detail()).contains("T9", "T10", "Xã Một");
  }

  @Test
  void headingsOverTwoRowsAreRead() {
    office.take(
        """
        STT,Họ tên,Liên hệ,,Nhóm
        ,,SĐT,Email,
        1,An,0912345671,an@example.vn,Giáo viên
        """);

    assertThat(office.addresses("An")).containsExactly("an@example.vn", "+84912345671");
  }

  @Test
  void f20AHouseholdSharesANumberAndKeepsItsNames() {
    var check =
        office.take(
            HEADER
                + "An,phu-huynh,0912345671,\nBình,phu-huynh,0912 345 671,\nCúc,phu-huynh,0912345672,\n");

    assertThat(check.added()).isEqualTo(3);
    assertThat(check.sharedNumbers()).isEqualTo(1);
    assertThat(check.sharing()).isEqualTo(2);
    assertThat(office.addresses("Binh")).isEqualTo(office.addresses("An"));
  }

  @Test
  void f21AnOpenQuoteSpoilsItsOwnRowOnly() {
    var check =
        office.take(
            HEADER
                + "An,\"phu-huynh,0912345671,\nBình,phu-huynh,0912345672,\nCúc,phu-huynh,0912345673,\n");

    assertThat(check.added()).isEqualTo(2);
    assertThat(check.errors())
        .singleElement()
        .matches(note -> note.key().equals("open-quote"))
        .matches(note -> note.row() == 2)
        .matches(note -> note.detail().equals("4"));
  }

  /// As old programs wrote it: tone marks behind their letter.
  private static byte[] windows1258(String text) {
    var split = new StringBuilder();
    for (var letter : text.codePoints().mapToObj(Character::toString).toList()) {
      var parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
      var tone = parts.replaceAll("[^\\u0300\\u0309\\u0303\\u0301\\u0323]", "");
      split
          .append(
              Normalizer.normalize(
                  parts.replaceAll("[\\u0300\\u0309\\u0303\\u0301\\u0323]", ""),
                  Normalizer.Form.NFC))
          .append(tone);
    }
    return split.toString().getBytes(Charset.forName("windows-1258"));
  }
}

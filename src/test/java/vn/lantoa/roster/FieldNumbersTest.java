package vn.lantoa.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Purpose;

/// Telephone numbers and addresses as offices really write them.
class FieldNumbersTest {

  private static final String HEADER = "họ tên,đối tượng,điện thoại,email\n";

  private final RosterExamples office = new RosterExamples();

  @ParameterizedTest
  @CsvSource({
    "912345678, +84912345678",
    "01691234567, +84391234567",
    "1691234567, +84391234567",
    "+841201234567, +84701234567",
    "01991234567, +84591234567",
    "'0912345681 (bố)', +84912345681",
    "Mẹ: 0912.345.681, +84912345681",
    "+84 (0) 912 345 681, +84912345681",
    "00 84 912 345 681, +84912345681",
    "０９１２３４５６８１, +84912345681",
    "'=\"0912345681\"', +84912345681",
  })
  void f11f13f17NumbersAreReadAsPeopleWriteThem(String written, String number) {
    office.take(HEADER.replace(',', ';') + "An;phu-huynh;" + quoted(written) + ";\n");

    assertThat(office.addresses("An")).containsExactly(number);
  }

  @ParameterizedTest
  @CsvSource({
    "9.12346E+08, phone-destroyed",
    "'9,12346E+08', phone-destroyed",
    "+1 202 555 0143, phone-foreign",
    "02253822222, phone-only-landline",
    "0951234567, phone-wrong",
    "1900123456, phone-service",
    "+84 1900 1234, phone-service",
    "1800 1091, phone-service",
    "+1 900 555 0100, phone-foreign",
    "0912 345 67a, phone-wrong",
    "0912 345 678a, phone-wrong",
    "09123 4567l8, phone-wrong",
    "O912345678, phone-wrong",
    "0912OO5678, phone-wrong",
    "8077, phone-wrong",
    "113, phone-wrong",
    "0912345674/0987654321, phone-several",
    "0912345674 - 0987654321, phone-several",
    "0912345674 0987654321, phone-several",
    "'bố 0912345674, mẹ 0987654321', phone-several",
  })
  void f12f14f15f16NumbersThatCannotBeUsedSayWhy(String written, String key) {
    var check = office.check(HEADER.replace(',', ';') + "An;phu-huynh;" + quoted(written) + ";\n");

    assertThat(check.errors()).extracting(RowNote::key).containsExactly(key);
  }

  @Test
  void f13ANumberGivenUpIn2018IsSaid() {
    var check = office.check(HEADER + "An,phu-huynh,01691234567,\n");

    assertThat(check.remarks())
        .singleElement()
        .matches(note -> note.key().equals("phone-renumbered"))
        .matches(note -> note.detail().equals("0391234567"));
  }

  @Test
  void f14ALandlineIsLeftOutWhereThereIsAnotherAddress() {
    var check = office.take(HEADER + "An,phu-huynh,02253822222,an@example.vn\n");

    assertThat(check.times("phone-landline")).isEqualTo(1);
    assertThat(office.addresses("An")).containsExactly("an@example.vn");
  }

  @Test
  void f15ForeignNumbersAreTakenWhereTheyAreAllowed() {
    var file = office.keep(HEADER + "An,phu-huynh,+1 202 555 0143,\n");

    office.rosters(10, true).take(file, RosterExamples.SCOPE, vn.lantoa.common.Actor.SYSTEM);
    assertThat(office.addresses("An")).containsExactly("+12025550143");
  }

  @Test
  void f16SeveralNumbersAreAskedAboutAndTakenAsSaid() {
    var text = HEADER + "An,phu-huynh,0912345674/0987654321,\n";
    var file = office.keep(text);

    var first = office.chosen(file, new Choices(0, null, null, "", Several.FIRST, Purpose.NOTICE));
    assertThat(office.rosters.check(first, RosterExamples.SCOPE).times("phone-first")).isEqualTo(1);
    var each = office.chosen(file, new Choices(0, null, null, "", Several.EACH, Purpose.NOTICE));
    office.take(each);

    assertThat(office.people("An"))
        .flatExtracting(person -> person.contactPoints())
        .extracting(point -> point.address())
        .containsExactlyInAnyOrder("+84912345674", "+84987654321");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a4@example.vn\u00A0",
        "\u200Ba4@example.vn",
        "Nguyễn A <a4@example.vn>",
        "mailto:a4@example.vn",
        "A4@Example.vn;",
        "\uFF41\uFF14@example.vn",
        "(a4@example.vn)",
        "a4@example.vn (mẹ)",
        "a4 @ example.vn"
      })
  void f18f19AddressesAreReadAsTheyAreCopied(String written) {
    office.take(HEADER.replace(',', '\t') + "An\tphu-huynh\t\t" + written + "\n");

    assertThat(office.addresses("An")).containsExactly("a4@example.vn");
  }

  @Test
  void f19TwoAddressesInACellAreAskedAbout() {
    var check = office.check(HEADER.replace(',', '\t') + "An\tphu-huynh\t\ta@x.vn, b@x.vn\n");

    assertThat(check.errors()).extracting(RowNote::key).containsExactly("email-several");
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}

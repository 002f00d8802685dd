package vn.lantoa.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgUnit.Kind;

class OrgUnitsTest {

  private final OrgExamples examples = OrgExamples.in(JdbcClient.create(TestDatabase.create()));

  @Test
  void aSubtreeHoldsTheUnitAndAllBelow() {
    assertThat(examples.units().subtree(examples.commune().id()))
        .containsExactly(examples.commune(), examples.school());
    assertThat(examples.units().all()).hasSize(5).startsWith(examples.department());
  }

  @Test
  void aPathLeadsFromTheTop() {
    assertThat(examples.units().path(examples.school().id()))
        .containsExactly(examples.department(), examples.commune(), examples.school());
    assertThat(examples.units().isWithin(examples.school().id(), examples.department().id()))
        .isTrue();
    assertThat(examples.units().isWithin(examples.school().id(), examples.otherCommune().id()))
        .isFalse();
  }

  @Test
  void aShortNameIsEnteredOrTakenFromANameThatIsShort() {
    var units = examples.units();
    var day = LocalDate.of(2026, 1, 1);
    var brief = units.add(null, Kind.COMMUNE, "X1", "UBND phường Hồng Bàng", day);
    var lengthy = units.add(null, Kind.COMMUNE, "X2", "UBND phường Hồng Bàng 2", day);

    assertThat(brief.shortName()).isEqualTo("UBND phường Hồng Bàng");
    assertThat(lengthy.shortName()).isEmpty();
    assertThat(units.shorten(lengthy.id(), " UBND Hồng Bàng 2 ").shortName())
        .isEqualTo("UBND Hồng Bàng 2");
    assertThat(units.get(lengthy.id()).shortName()).isEqualTo("UBND Hồng Bàng 2");
    assertThatThrownBy(() -> units.shorten(lengthy.id(), "x".repeat(22)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("unit.short-name-long"));
    assertThat(units.shorten(lengthy.id(), "").shortName()).isEmpty();
  }

  @Test
  void aCodeBelongsToOneUnit() {
    assertThatThrownBy(() ->
            examples.units().add(null, Kind.SCHOOL, "T1", "Trường khác", LocalDate.of(2026, 1, 1)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("unit.code-taken"));
  }

  /// It stands in files.
  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/b", "X 8", "Xã8", "-8"})
  void aCodeIsPlain(String code) {
    long commune = examples.commune().id();
    var day = LocalDate.of(2026, 1, 1);

    assertRefused(
        "unit.code-letters",
        () -> examples.units().add(commune, Kind.SCHOOL, code, "Trường Chín", day));
  }

  /// A file that names the one would put its people into the other.
  @Test
  void aCodeReadsLikeNoOther() {
    long commune = examples.commune().id();
    var day = LocalDate.of(2026, 1, 1);
    for (var code : new String[] {"t2", "xa2", "so"}) {
      assertRefused(
          "unit.code-taken",
          () -> examples.units().add(commune, Kind.SCHOOL, code, "Trường Tám", day));
    }
    assertRefused(
        "unit.code-of-another",
        () -> examples.units().add(commune, Kind.SCHOOL, "xa-hai", "Trường Tám", day));
  }

  /// People believe what a message calls its sender.
  @Test
  void nobodySpeaksUnderTheNameOfAnother() {
    var units = examples.units();
    long commune = examples.commune().id();
    var day = LocalDate.of(2026, 1, 1);

    assertRefused(
        "unit.name-of-another", () -> units.add(commune, Kind.SCHOOL, "X3", " XÃ  MỘT", day));
    assertRefused("unit.name-of-another", () -> units.shorten(commune, "Xa hai"));
    for (var hidden : new String[] {"Xã\u202EMột", "Xã\u200BHai"}) {
      assertRefused("text.characters", () -> units.shorten(commune, hidden));
      assertRefused("text.characters", () -> units.add(commune, Kind.SCHOOL, "X4", hidden, day));
    }
    for (var alike : new String[] {"Xã Нai", "Xã Ha\u0131", "Ｘã Hai", "\u3164", "УБНД", "-"}) {
      assertRefused("unit.name-letters", () -> units.shorten(commune, alike));
      assertRefused("unit.name-letters", () -> units.add(commune, Kind.SCHOOL, "X5", alike, day));
    }
    // A name of one's own that is another's is no way round it.
    assertRefused(
        "unit.name-of-another", () -> units.add(commune, Kind.SCHOOL, "X6", "Xã Hai", day));
    long department = examples.department().id();
    assertThat(units.add(department, Kind.COMMUNE, "X7", "Xã Hai", day).name()).isEqualTo("Xã Hai");
    assertThat(units.shorten(commune, "Krông Păk Čư M'gar").shortName()).startsWith("Krông");
    assertThat(units.shorten(commune, "Xã Một").shortName()).isEqualTo("Xã Một");
    assertThat(units.shorten(examples.school().id(), "Trường Hai").shortName())
        .isEqualTo("Trường Hai");
  }

  private static void assertRefused(String key, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  @Test
  void aNameIsOneLineAndNotABook() {
    for (var name : new String[] {"Xã A\r\nBcc: x@evil.example", "Xã\u0000", "x".repeat(300_000)}) {
      assertThatThrownBy(
              () -> examples.units().add(null, Kind.COMMUNE, "X9", name, LocalDate.of(2026, 1, 1)))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.key()).startsWith("text."));
    }
  }

  @Test
  void aMinistryLiesBelowNoSchool() {
    assertThatThrownBy(() ->
            examples
                .units()
                .add(examples.school().id(), Kind.MINISTRY, "B9", "Bộ", LocalDate.of(2026, 1, 1)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("unit.kind-misplaced"));
  }
}

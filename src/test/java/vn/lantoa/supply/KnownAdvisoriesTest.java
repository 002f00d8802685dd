package vn.lantoa.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the gate says of a weakness, and until when it believes who accepted it.
class KnownAdvisoriesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

  @ParameterizedTest
  @CsvSource({
    "2.18.10, true",
    "2.18.11, false",
    "2.19.0-rc1, false",
    "2.19.0, true",
    "2.21.6, true",
    "2.21.7-SNAPSHOT, true",
    "2.21.7, false",
    "2.21.10, false"
  })
  void versionsAreInMavensOrder(String version, boolean isHit) {
    assertThat(advisory().hits(jackson(version))).isEqualTo(isHit);
  }

  @Test
  void saysWhatIsHitAndWhatHelps() {
    assertThat(objections(jackson("2.21.4")))
        .singleElement()
        .asString()
        .contains("jackson-core 2.21.4", "CVE-1", "is not accepted", "2.18.11, 2.21.7", "example");
  }

  @Test
  void aStarMeansTheWholeGroup() {
    var all = advisory("com.fasterxml.jackson.core:*");

    assertThat(all.hits(jackson("2.21.4"))).isTrue();
    assertThat(all.hits(new Component("com.fasterxml.jackson", "core", "2.21.4", ""))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01, 2027-01-01, ",
    "2026-11-28, 2026-11-28, ",
    "2026-11-01, 2026-11-27, was accepted until 2026-11-27",
    "2026-05-31, 2027-12-31, more than 180 days ago",
    "2026-11-29, 2027-01-01, is accepted only from 2026-11-29"
  })
  void anAcceptanceLapses(LocalDate since, LocalDate until, String said) {
    var objections = objections(jackson("2.21.4"), accepted(since, until));

    if (said == null) {
      assertThat(objections).isEmpty();
    } else {
      assertThat(objections).singleElement().asString().contains(said);
    }
  }

  @Test
  void anAcceptanceOfAnotherLibraryDoesNotCount() {
    var other =
        new Acceptance(
            "CVE-1", "tools.jackson.core:jackson-core", "not reached", TODAY, TODAY.plusDays(9));

    assertThat(objections(jackson("2.21.4"), other)).hasSize(2);
  }

  @Test
  void anAcceptanceThatIsNotNeededGoes() {
    assertThat(objections(jackson("2.21.8"), accepted(TODAY, TODAY.plusDays(9))))
        .singleElement()
        .asString()
        .contains("no longer hits us");
  }

  @Test
  void anAcceptanceHasAReason() {
    assertThatThrownBy(() -> new Acceptance("CVE-1", "a:b", " ", TODAY, TODAY))
        .hasMessageContaining("no reason");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.21.7", "[2.21.7", "", "[2.21.7,2.19.0]"})
  void whatIsNoSpanIsRefused(String span) {
    assertThatThrownBy(() -> new Advisory("CVE-1", "a:b", List.of(span), "-", "", "", TODAY, false))
        .hasMessageContaining("No span of versions");
  }

  private static List<String> objections(Component component, Acceptance... accepted) {
    return new KnownAdvisories(List.of(advisory()), List.of(accepted))
        .objections(List.of(component), TODAY);
  }

  private static Acceptance accepted(LocalDate since, LocalDate until) {
    return new Acceptance(
        "CVE-1", "com.fasterxml.jackson.core:jackson-core", "not reached", since, until);
  }

  private static Advisory advisory() {
    return advisory("com.fasterxml.jackson.core:jackson-core");
  }

  private static Advisory advisory(String library) {
    return new Advisory(
        "CVE-1",
        library,
        List.of("(,2.18.11)", "[2.19.0,2.21.7)"),
        "2.18.11, 2.21.7",
        "never ends",
        "example",
        TODAY,
        true);
  }

  private static Component jackson(String version) {
    return new Component("com.fasterxml.jackson.core", "jackson-core", version, "");
  }
}

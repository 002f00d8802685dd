package vn.lantoa.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.delivery.Outcome;

class OutcomeTableTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"twilio", "smtp", "facebook", "zalo", "telegram"})
  void readsEveryTableThatWeShip(String provider) {
    assertThat(OutcomeTable.of(provider).outcome(List.of("no such code"), "what", null))
        .isInstanceOf(Outcome.Permanent.class);
  }

  @Test
  void letsALineOfTheInstallationOverruleOurs() throws IOException {
    var corrections = folder.resolve("twilio.yaml");
    Files.writeString(corrections, "30003: retry 7m\n");

    var outcome = OutcomeTable.of("twilio", corrections).outcome(List.of("30003"), "", null);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Retry.class,
            retry -> assertThat(retry.after()).isEqualTo(Duration.ofMinutes(7)));
  }

  @Test
  void namesTheLineThatMakesNoSense() throws IOException {
    var corrections = folder.resolve("twilio.yaml");
    Files.writeString(corrections, "30003: perhaps\n");

    assertThatThrownBy(() -> OutcomeTable.of("twilio", corrections))
        .hasMessageContaining("30003: perhaps");
  }

  @Test
  void keepsTelephoneNumbersOutOfTheReason() {
    var outcome =
        OutcomeTable.of("twilio")
            .outcome(List.of("99999"), "The number +84912345678 is odd\r\nX", null);

    assertThat(outcome.toString()).doesNotContain("912345").doesNotContain("\n").contains("99999");
  }
}

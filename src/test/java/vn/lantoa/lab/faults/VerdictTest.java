package vn.lantoa.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Channel;

/// A bench that calls everything fine is worth nothing: each kind of wrong must show.
class VerdictTest {

  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  @Test
  void findsWhatWasLost() {
    var verdict = verdict(List.of(row("a", "SENT"), row("b", "SENT"), row("c", "PENDING")), "a");

    assertThat(verdict.lost()).isEqualTo(2);
  }

  @Test
  void findsWhatWasSentTwice() {
    var verdict = verdict(List.of(row("a", "SENT"), row("b", "SENT")), "a", "b", "b", "b");

    assertThat(verdict.duplicated()).isEqualTo(2);
    assertThat(verdict.again()).containsOnly("email b " + NOW + " after " + NOW + " as mark");
    assertThat(verdict.accepted()).isEqualTo(2);
    assertThat(verdict.lost()).isZero();
  }

  @Test
  void findsWhatIsInNoState() {
    var verdict = verdict(List.of(row("a", "SENT")), "a");

    assertThat(verdict.unaccounted()).isEqualTo(2);
  }

  @Test
  void findsWhatTheLedgerDenies() {
    var verdict = verdict(List.of(row("a", "FAILED"), row("b", "UNCERTAIN")), "a", "b");

    assertThat(verdict.denied()).isEqualTo(1);
    assertThat(verdict.uncertain()).isEqualTo(1);
  }

  private static Verdict verdict(List<LedgerRow> ledger, String... accepted) {
    var sending = new Sending(1, NOW, Map.of(Channel.EMAIL, List.of("a", "b", "c")));
    var journal =
        List.of(accepted).stream()
            .map(address -> new JournalEntry(NOW, Channel.EMAIL.key(), address, "mark"))
            .toList();
    return Verdict.of(sending, ledger, journal);
  }

  private static LedgerRow row(String address, String status) {
    return new LedgerRow(1, Channel.EMAIL.key(), address, status, "", null, null, null);
  }
}

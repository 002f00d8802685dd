package vn.lantoa.console.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lantoa.console.campaign.FunnelBar.Piece;
import vn.lantoa.report.Funnel;

class FunnelBarTest {

  @Test
  void fillsTheWholeBarAndLeavesOutWhatNobodyIsIn() {
    var bar = FunnelBar.of(new Funnel(200, 50, 100, 0, 10, 20, 0, 0, 0, 20));

    assertThat(bar.pieces())
        .containsExactly(
            new Piece("delivered", 100, "0.00", "50.00"),
            new Piece("sent", 50, "50.00", "25.00"),
            new Piece("open", 20, "75.00", "10.00"),
            new Piece("failed", 10, "85.00", "5.00"),
            new Piece("suppressed", 20, "90.00", "10.00"));
  }

  @Test
  void isEmptyWhenNothingWasPlanned() {
    assertThat(FunnelBar.of(Funnel.EMPTY).pieces()).isEmpty();
  }
}

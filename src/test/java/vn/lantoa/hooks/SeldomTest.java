package vn.lantoa.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SeldomTest {

  private Instant now = Instant.parse("2026-10-10T01:00:00Z");
  private final Seldom seldom = new Seldom(() -> now, Duration.ofMinutes(1));

  @Test
  void countsWhatItDoesNotSay() {
    var said = new ArrayList<Long>();

    for (int second = 0; second < 150; second++) {
      seldom.seldom(said::add);
      now = now.plusSeconds(1);
    }

    assertThat(said).containsExactly(1L, 60L, 60L);
  }
}

package vn.lantoa.lab.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Channel;

class SandboxInboxTest {

  private static final Instant NOON = Instant.parse("2027-10-10T05:00:00Z");

  @Test
  void countsAllAndKeepsTheLastOnesUnread() {
    var inbox = new SandboxInbox();
    var read = new AtomicInteger();

    for (int i = 0; i < 5_000; i++) {
      int number = i;
      inbox.add(
          Channel.EMAIL,
          "",
          "",
          () -> {
            read.incrementAndGet();
            return message(number);
          });
    }

    assertThat(inbox.counts()).containsEntry(Channel.EMAIL, 5_000L);
    assertThat(inbox.latest(Channel.EMAIL, 3))
        .extracting(SandboxMessage::subject)
        .containsExactly("4999", "4998", "4997");
    assertThat(read).hasValue(3);
    assertThat(inbox.latest(null, 10_000)).hasSize(2_000);
  }

  private static SandboxMessage message(int number) {
    return new SandboxMessage(
        Channel.EMAIL, NOON.plusSeconds(number), "a", "b", Integer.toString(number), "", "");
  }
}

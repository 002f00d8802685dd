package vn.lantoa.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lantoa.channel.ChannelExamples;
import vn.lantoa.common.Channel;
import vn.lantoa.delivery.Outcome;
import vn.lantoa.lab.sandbox.SandboxFaults;
import vn.lantoa.lab.sandbox.SandboxInbox;
import vn.lantoa.lab.sandbox.SandboxMail;

@Tag("slow")
class EmailThroughputTest {

  private static final int LETTERS = 30_000;
  private static final int WORKERS = 16;

  @Test
  void handsOverTwoThousandLettersASecond() throws InterruptedException {
    var inbox = new SandboxInbox();
    try (var mail = new SandboxMail(0, new SandboxFaults(), inbox, ChannelExamples.CLOCK);
        var connections = EmailExamples.connections(mail.address())) {
      var sender = EmailExamples.sender(mail.address(), connections);
      run(sender, 5_000);

      long perSecond = run(sender, LETTERS);

      System.out.printf("%d letters/s with %d workers%n", perSecond, WORKERS);
      assertThat(inbox.counts()).containsEntry(Channel.EMAIL, 5_000L + LETTERS);
      assertThat(perSecond).isGreaterThan(2_000);
    }
  }

  private static long run(EmailSender sender, int letters) throws InterruptedException {
    var next = new AtomicLong();
    var done = new CountDownLatch(WORKERS);
    var refused = new AtomicLong();
    long start = System.nanoTime();
    for (int i = 0; i < WORKERS; i++) {
      Thread.ofVirtual()
          .start(() -> {
            for (long id = next.incrementAndGet(); id <= letters; id = next.incrementAndGet()) {
              var letter = ChannelExamples.letter(id, "person" + id + "@example.edu.vn");
              if (!(sender.send(letter) instanceof Outcome.Accepted)) {
                refused.incrementAndGet();
              }
            }
            done.countDown();
          });
    }
    done.await();
    assertThat(refused).hasValue(0);
    return letters * 1_000_000_000L / (System.nanoTime() - start);
  }
}

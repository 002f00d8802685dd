package vn.lantoa.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashingTest {

  private static final String SENTENCE =
      "Sáng nào cũng đạp xe qua cầu gỗ, mua một bó hoa cải vàng cho bà rồi mới vào lớp học.";

  private final PasswordEncoder encoder = new PasswordHashing().passwordEncoder();

  @Test
  void keepsALongVietnameseSentenceWhole() {
    var hash = encoder.encode(SENTENCE);

    assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(encoder.matches(SENTENCE, hash)).isTrue();
    assertThat(encoder.matches(SENTENCE.replace("học.", "học"), hash)).isFalse();
    assertThat(encoder.upgradeEncoding(hash)).isFalse();
  }

  @Test
  void takesMarksAsOneCharacterOrAsSeveral() {
    var composed = "\u1ea5m tr\u00e0 bu\u1ed5i s\u00e1ng";
    var decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);

    assertThat(encoder.matches(decomposed, encoder.encode(composed))).isTrue();
    assertThat(encoder.matches(composed, encoder.encode(decomposed))).isTrue();
  }

  @Test
  void hashesOfEarlierVersionsStayGoodAndAreToBeReplaced() {
    var earlier = "{bcrypt}" + new BCryptPasswordEncoder().encode("mot mat khau dai");

    assertThat(encoder.matches("mot mat khau dai", earlier)).isTrue();
    assertThat(encoder.matches("mot mat khau", earlier)).isFalse();
    assertThat(encoder.upgradeEncoding(earlier)).isTrue();
    assertThat(encoder.matches("ấ".repeat(200), earlier)).isFalse();
  }

  @Test
  void onlySoManyAreHashedAtOnceAndNoneThatIsTooLong() throws Exception {
    var slow = new SlowHashing();
    var bounded = new BoundedHashing(slow, 2);
    var callers = new Thread[12];

    for (int i = 0; i < callers.length; i++) {
      callers[i] = Thread.startVirtualThread(() -> bounded.matches("x", "y"));
    }
    slow.twoAreAtWork.await();
    slow.goOn.countDown();
    for (var caller : callers) {
      caller.join();
    }

    assertThat(slow.most).hasValue(2);
    assertThat(slow.all).hasValue(12);
    assertThat(bounded.matches("x".repeat(2_000_000), "y")).isFalse();
    assertThat(slow.all).hasValue(12);
  }

  /// Counts how many are at work.
  private static final class SlowHashing implements PasswordEncoder {
    final CountDownLatch twoAreAtWork = new CountDownLatch(2);
    final CountDownLatch goOn = new CountDownLatch(1);
    final AtomicInteger now = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final AtomicInteger all = new AtomicInteger();

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
      return null;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      int atWork = now.incrementAndGet();
      most.accumulateAndGet(atWork, Math::max);
      all.incrementAndGet();
      twoAreAtWork.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      now.decrementAndGet();
      return false;
    }
  }
}

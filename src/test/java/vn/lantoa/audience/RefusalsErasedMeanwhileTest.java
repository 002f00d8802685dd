package vn.lantoa.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Channel;
import vn.lantoa.database.TestDatabase;
import vn.lantoa.org.OrgExamples;
import vn.lantoa.privacy.PrivacyExamples;

/// One erases somebody while another writes his address on a list: the refusal stands.
class RefusalsErasedMeanwhileTest {

  private static final Executor THREADS = Thread::startVirtualThread;
  private static final String PHONE = "+84912345676";

  private final DataSource database = TestDatabase.create();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final OrgExamples org = OrgExamples.in(jdbc);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(database));
  private final Suppressions suppressions = new JdbcSuppressions(jdbc);
  private final Recipients recipients = AudienceExamples.recipients(jdbc);
  private final PersonOnLists lists =
      new PersonOnLists(
          jdbc, PrivacyExamples.forgotten(jdbc), AudienceExamples.forgottenRefusals(jdbc));

  private long id;

  @BeforeEach
  void refuse() {
    var an = person(org.school().id());
    recipients.put(an, Actor.SYSTEM);
    id = recipients.byKey(an.key(), an.unitId()).orElseThrow();
    suppressions.suppress(
        Channel.SMS, PHONE, SuppressionReason.OPT_OUT, "unsubscribe-link", Actor.SYSTEM);
  }

  @Test
  void whenTheErasureIsFirst() throws Exception {
    oneWaitsForTheOther(this::erase, this::bringElsewhere);
  }

  @Test
  void whenTheListIsFirst() throws Exception {
    oneWaitsForTheOther(this::bringElsewhere, this::erase);
  }

  private void oneWaitsForTheOther(Runnable first, Runnable second) throws Exception {
    var done = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var one =
        CompletableFuture.runAsync(
            () ->
                transaction.executeWithoutResult(_ -> {
                  first.run();
                  done.countDown();
                  await(end);
                }),
            THREADS);
    await(done);
    var other =
        CompletableFuture.runAsync(
            () -> transaction.executeWithoutResult(_ -> second.run()), THREADS);
    while (TestDatabase.waiting(jdbc) == 0 && !other.isDone()) {
      Thread.sleep(20);
    }
    end.countDown();
    CompletableFuture.allOf(one, other).get(30, TimeUnit.SECONDS);

    assertThat(recipients.reachedAt(Channel.SMS, PHONE)).hasSize(1).doesNotContain(id);
    assertThat(suppressions.reasonFor(Channel.SMS, PHONE)).contains(SuppressionReason.OPT_OUT);
    assertThat(jdbc.sql("select count(*) from forgotten_refusal").query(Long.class).single())
        .isZero();
  }

  private void erase() {
    lists.erase(lists.find(id).orElseThrow());
  }

  private void bringElsewhere() {
    recipients.put(person(org.otherSchool().id()), Actor.SYSTEM);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NewRecipient person(long unit) {
    return new NewRecipient(unit, "An", "phu-huynh", "", Map.of(Channel.SMS, PHONE), "phiếu");
  }
}

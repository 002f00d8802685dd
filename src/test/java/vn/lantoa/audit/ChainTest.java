package vn.lantoa.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.audit.ChainState.Fault;
import vn.lantoa.common.Actor;

/// Whatever is done to the trail behind the program's back is found, and by name.
class ChainTest {

  @TempDir private Path folder;
  private TrailExamples example;

  @BeforeEach
  void open() throws Exception {
    example = TrailExamples.in(folder);
  }

  private void finds(Fault fault, Long entry, long inOrder) {
    var state = example.chain().check();
    assertThat(state.fault()).isEqualTo(fault);
    assertThat(state.entryId()).isEqualTo(entry);
    assertThat(state.entries()).isEqualTo(inOrder);
    assertThat(example.chain().last()).contains(state);
  }

  @Test
  void anEmptyChainIsSound() {
    finds(null, null, 0);
  }

  /// Eight people at once, some of whose acts fail at the end, and two nodes that seal meanwhile.
  @Test
  void everyCommittedEntryIsSealedOnceAndNoOther() throws Exception {
    var committed = new AtomicInteger();
    var working = new AtomicBoolean(true);
    try (var people = Executors.newVirtualThreadPerTaskExecutor();
        var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int node = 0; node < 2; node++) {
        nodes.submit(() -> {
          while (working.get()) {
            example.sealer().run();
          }
        });
      }
      for (int person = 0; person < 8; person++) {
        people.submit(() -> {
          for (int act = 0; act < 40; act++) {
            act(committed);
          }
        });
      }
      people.close();
      working.set(false);
    }
    example.sealer().run();

    assertThat(committed.get()).isBetween(1, 319);
    assertThat(example.count("audit_entry")).isEqualTo(committed.get());
    assertThat(example.count("audit_seal")).isEqualTo(committed.get());
    assertThat(example.count("audit_unsealed")).isZero();
    finds(null, null, committed.get());
  }

  private void act(AtomicInteger committed) {
    var random = ThreadLocalRandom.current();
    boolean fails = random.nextInt(4) == 0;
    example
        .transaction()
        .executeWithoutResult(status -> {
          example.trail().record(Actor.SYSTEM, "campaign.change", "campaign:1", "");
          pause(random.nextInt(5));
          if (fails) {
            status.setRollbackOnly();
          } else {
            committed.incrementAndGet();
          }
        });
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsCommittedLateIsSealedLateAndNotForgotten() {
    var begun = new long[1];
    example
        .transaction()
        .executeWithoutResult(_ -> {
          begun[0] = example.write("campaign:1");
          var other = Thread.ofVirtual().start(() -> example.sealed(3));
          join(other);
          assertThat(example.count("audit_seal")).isEqualTo(3);
        });

    example.sealer().run();

    assertThat(
            example
                .jdbc()
                .sql("select place from audit_seal where entry_id = :id")
                .param("id", begun[0])
                .query(Long.class)
                .single())
        .isEqualTo(4);
    finds(null, null, 4);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anEntryThatWasChangedIsNamed() {
    var ids = example.sealed(5);
    for (var change :
        new String[] {
          "actor = 'Bình'",
          "account_id = null, at = at + interval '1 microsecond'",
          "detail = detail || ' '",
          "subject = 'campaign:2'",
          "request = 'GET /'"
        }) {
      example.tamper("update audit_entry set " + change + " where id = " + ids.get(2));

      finds(Fault.CHANGED, ids.get(2), 2);
    }
  }

  @Test
  void aSealThatWasChangedIsNamed() {
    var ids = example.sealed(3);

    example.tamper("update audit_seal set hash = sha256('x') where place = 2");

    finds(Fault.CHANGED, ids.get(1), 1);
  }

  @Test
  void anEntryThatWasTakenAwayIsNamed() {
    var ids = example.sealed(5);

    example.tamper("delete from audit_entry where id = " + ids.get(3));

    finds(Fault.MISSING, ids.get(3), 3);
  }

  @Test
  void anEntryTakenAwayWithItsSealTearsTheChain() {
    var ids = example.sealed(5);

    example.tamper(
        "delete from audit_entry where id = %1$d; delete from audit_seal where entry_id = %1$d"
            .formatted(ids.get(1)));

    finds(Fault.TORN, ids.get(2), 1);
  }

  @Test
  void anEntryThatWasSlippedInPastTheChainIsNamed() {
    example.sealed(2);

    example.tamper(
        "insert into audit_entry (actor, action, subject) values ('Bình', 'campaign.approve', 'campaign:1')");

    finds(
        Fault.FORGOTTEN,
        example.jdbc().sql("select max(id) from audit_entry").query(Long.class).single(),
        2);
  }

  @Test
  void anEndThatWasCutOffIsMissedByWhoLookedBefore() {
    example.sealed(5);
    finds(null, null, 5);

    cutOff(3);

    finds(Fault.CUT, null, 3);
  }

  /// And by the file of the day, of which the database knows nothing.
  @Test
  void anEndThatWasCutOffIsMissedByTheDailyFile() {
    example.sealed(5);
    var day = dayIsOver();

    cutOff(3);
    example.tamper("truncate audit_check");

    finds(Fault.CUT, null, 3);
    assertThat(example.chain().last().orElseThrow().day()).isEqualTo(day);
  }

  /// A chain made anew is whole in itself, but it is another one.
  @Test
  void aChainThatWasMadeAnewDoesNotEndAsTheDailyFileSays() {
    var ids = example.sealed(5);
    var day = dayIsOver();

    example.tamper(
        """
        truncate audit_check; truncate audit_seal;
        update audit_entry set actor = 'Bình' where id = %d;
        insert into audit_unsealed (entry_id) select id from audit_entry
        """
            .formatted(ids.getFirst()));
    example.sealer().run();

    finds(Fault.CUT, ids.getLast(), 4);
    assertThat(example.chain().last().orElseThrow().day()).isEqualTo(day);
  }

  private LocalDate dayIsOver() {
    example.pass(Duration.ofDays(1));
    return example.files().makeUp().getLast();
  }

  private void cutOff(int kept) {
    example.tamper(
        "delete from audit_entry where id in (select entry_id from audit_seal where place > %1$d);"
                .formatted(kept)
            + "delete from audit_seal where place > "
            + kept);
  }
}

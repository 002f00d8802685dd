package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.lantoa.content.TestLibrary.FILE;
import static vn.lantoa.content.TestLibrary.FIRST;
import static vn.lantoa.content.TestLibrary.ID;
import static vn.lantoa.content.TestLibrary.SECOND;
import static vn.lantoa.content.TestLibrary.atOnce;
import static vn.lantoa.content.TestLibrary.refuses;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Refusal;

/// Who approves what, and what becomes of it when the text changes meanwhile.
class ContentDecisionsTest {

  private final TestLibrary shelf = new TestLibrary();
  private final JdbcContentLibrary library = shelf.library();
  private final List<Object> events = shelf.events();
  private final Actor author = shelf.author();
  private final Actor approver = shelf.approver();
  private final Actor other = shelf.other();

  @Test
  void aSecondPersonApproves() {
    library.approve(ID, shelf.hash(), approver);

    var item = library.get(ID);
    assertThat(item.isApproved()).isTrue();
    assertThat(item.decision())
        .contains(
            new Approval(
                ID,
                shelf.hash(),
                Approval.Decision.APPROVED,
                "",
                "Trần Văn Bình",
                ContentExamples.NOW));
  }

  @Test
  void nobodyApprovesHisOwnText() {
    refuses("content.own-text", () -> library.approve(ID, shelf.hash(), author));
    refuses("content.account-needed", () -> library.approve(ID, shelf.hash(), Actor.SYSTEM));

    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.WAITING);
  }

  @Test
  void anEditWaitsBesideWhatIsApprovedAndGoingBackTakesItAway() {
    var first = shelf.hash();
    library.approve(ID, first, approver);

    library.take(FILE, SECOND, author);
    assertThat(library.get(ID).isApproved()).isTrue();
    assertThat(library.get(ID).current().hash()).isEqualTo(first);
    assertThat(library.get(ID).latestStatus()).isEqualTo(ContentStatus.WAITING);

    library.take(FILE, FIRST, author);
    assertThat(library.get(ID).proposal()).isEmpty();
    assertThat(shelf.hash()).isEqualTo(first);
    assertThat(library.versions(ID)).hasSize(2);
    assertThat(events).noneMatch(ContentChanged.class::isInstance);
  }

  @Test
  void theNewVersionIsInUseFromItsApprovalOn() {
    library.approve(ID, shelf.hash(), approver);
    library.take(FILE, SECOND, author);
    var second = shelf.hash();

    library.approve(ID, second, approver);

    assertThat(library.get(ID).current().hash()).isEqualTo(second);
    assertThat(library.get(ID).proposal()).isEmpty();
    assertThat(events)
        .filteredOn(ContentChanged.class::isInstance)
        .containsExactly(new ContentChanged(ID, second));
  }

  @Test
  void aNewVersionThatIsReturnedLeavesTheApprovedOneInUse() {
    library.approve(ID, shelf.hash(), approver);
    library.take(FILE, SECOND, author);

    library.sendBack(ID, shelf.hash(), "Dài quá", approver);

    assertThat(library.get(ID).isApproved()).isTrue();
    assertThat(library.get(ID).latestStatus()).isEqualTo(ContentStatus.RETURNED);
    assertThat(library.take(FILE, SECOND, author).resubmitted()).isTrue();
    assertThat(library.get(ID).latestStatus()).isEqualTo(ContentStatus.WAITING);
  }

  @Test
  void goingBackToAnApprovalOfBeforeTheLastOneWantsAnother() {
    library.approve(ID, shelf.hash(), approver);
    library.take(FILE, SECOND, author);
    library.approve(ID, shelf.hash(), approver);

    library.take(FILE, FIRST, author);

    assertThat(library.get(ID).current().hash()).isNotEqualTo(shelf.hash());
    assertThat(library.get(ID).latestStatus()).isEqualTo(ContentStatus.WAITING);
    refuses("content.own-text", () -> library.approve(ID, shelf.hash(), author));
    library.approve(ID, shelf.hash(), approver);
    assertThat(library.get(ID).current().markdown()).isEqualTo(FIRST);
  }

  @Test
  void whatIsTakenOutTakesTheNewVersionWithIt() {
    library.approve(ID, shelf.hash(), approver);
    library.take(FILE, SECOND, author);

    library.withdraw(ID, approver);

    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.WITHDRAWN);
    assertThat(library.get(ID).proposal()).isEmpty();
  }

  /// Nor does a file from disk, nor who brings it back and decides as well.
  @Test
  void whatIsTakenOutNobodyBringsBackAlone() {
    var hash = shelf.hash();
    library.approve(ID, hash, approver);
    library.withdraw(ID, approver);

    library.take(FILE, FIRST, approver);
    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.WAITING);
    refuses("content.own-text", () -> library.approve(ID, hash, approver));
    refuses("content.own-text", () -> library.approve(ID, hash, author));

    library.withdraw(ID, approver);
    library.take(FILE, SECOND, Actor.SYSTEM);
    library.take(FILE, FIRST, Actor.SYSTEM);
    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.WAITING);
  }

  /// Whoever brings another's words forward stands behind them.
  @Test
  void nobodyApprovesWhatHeBroughtForward() {
    library.approve(ID, shelf.hash(), approver);
    library.take(FILE, SECOND, author);
    var second = library.get(ID).latest().hash();
    library.take(FILE, FIRST, author);
    library.take(FILE, SECOND, other);

    refuses("content.own-text", () -> library.approve(ID, second, other));
    refuses("content.own-text", () -> library.approve(ID, second, author));
    library.approve(ID, second, approver);
    assertThat(library.get(ID).current().hash()).isEqualTo(second);
  }

  @Test
  void anItemIsChangedFromItsOwnShelfOnly() {
    var elsewhere = new Shelf(7L, owner -> owner != null && owner == 7L);

    refuses("content.of-another-unit", () -> library.take(FILE, SECOND, other, elsewhere));

    assertThat(library.versions(ID)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2027-12-31|2029-12-31",
        "2026-01-01|2026-02-01",
        "topic: vneid|topic: huong-dan",
        "[hoc-sinh-thpt, giao-vien]|[hoc-sinh-thpt]",
        "Kế hoạch của Sở GDĐT, mục III.3|Công văn 999",
        "link: https://dichvucong.gov.vn|link: https://vneid.gov.vn"
      })
  void aChangedFactWaitsForASecondPersonToo(String old, String other) {
    var first = shelf.hash();
    library.approve(ID, first, approver);

    var taken = library.take(FILE, FIRST.replace(old, other), author);

    assertThat(taken.changed()).isTrue();
    assertThat(library.get(ID).latestStatus()).isEqualTo(ContentStatus.WAITING);
    assertThat(library.versions(ID)).hasSize(2);
    refuses("content.own-text", () -> library.approve(ID, shelf.hash(), author));
    refuses("content.changed-meanwhile", () -> library.approve(ID, first, approver));
    assertThat(library.version(ID, first).orElseThrow().markdown()).isEqualTo(FIRST);

    library.take(FILE, FIRST, author);
    assertThat(library.get(ID).isApproved()).isTrue();
  }

  @Test
  void whatWasReturnedWaitsAgainWhenAPersonHandsItIn() {
    library.sendBack(ID, shelf.hash(), "Đọc lại", approver);

    assertThat(library.take(FILE, FIRST, Actor.SYSTEM).resubmitted()).isFalse();
    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.RETURNED);

    var taken = library.take(FILE, FIRST, author);
    assertThat(taken.resubmitted()).isTrue();
    assertThat(taken.changed()).isFalse();
    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.WAITING);
    assertThat(library.take(FILE, FIRST, author).resubmitted()).isFalse();
    refuses("content.own-text", () -> library.approve(ID, shelf.hash(), author));
    library.approve(ID, shelf.hash(), approver);
    assertThat(library.get(ID).isApproved()).isTrue();
  }

  @Test
  void anOldVersionThatWasReturnedWaitsAgainWhenItComesBack() {
    library.sendBack(ID, shelf.hash(), "Dài quá", approver);
    library.take(FILE, SECOND, author);

    library.take(FILE, FIRST, author);

    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.WAITING);
  }

  @Test
  void approvesOnlyWhatWasOnTheScreen() {
    var seen = shelf.hash();
    library.take(FILE, SECOND, author);

    refuses("content.changed-meanwhile", () -> library.approve(ID, seen, approver));
    refuses("content.changed-meanwhile", () -> library.sendBack(ID, seen, "Dài quá", approver));
    refuses("content.unknown", () -> library.approve("khong-co", seen, approver));
  }

  @Test
  void doesNotApproveWhatHasBecomeWrong() {
    shelf.now = ContentExamples.NOW.plus(Duration.ofDays(500));

    refuses("content.has-errors", () -> library.approve(ID, shelf.hash(), approver));
  }

  @Test
  void sendsBackWithAReason() {
    library.approve(ID, shelf.hash(), approver);

    library.sendBack(ID, shelf.hash(), " Ghi rõ số điện thoại ", other);

    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.RETURNED);
    assertThat(library.decisions(ID))
        .extracting(Approval::decision, Approval::reason)
        .containsExactly(
            tuple(Approval.Decision.RETURNED, "Ghi rõ số điện thoại"),
            tuple(Approval.Decision.APPROVED, ""));
    refuses("content.reason-missing", () -> library.sendBack(ID, shelf.hash(), " ", other));
  }

  @Test
  void twoWhoApproveAtOnceApproveOnce() throws Exception {
    var hash = shelf.hash();

    atOnce(
        () -> library.approve(ID, hash, approver),
        () -> library.approve(ID, hash, other),
        () -> library.approve(ID, hash, approver),
        () -> library.approve(ID, hash, other));

    assertThat(library.decisions(ID)).hasSize(1);
  }

  @Test
  void anApprovalNeverFallsOnATextThatWasNotSeen() throws Exception {
    for (int round = 0; round < 20; round++) {
      var seen = shelf.hash();
      var next = FIRST.replace("Chọn VNeID", "Chọn VNeID, lần " + round);

      atOnce(
          () -> library.take(FILE, next, author),
          () -> {
            try {
              library.approve(ID, seen, approver);
            } catch (Refusal refusal) {
              assertThat(refusal.key()).isEqualTo("content.changed-meanwhile");
            }
          });

      assertThat(library.get(ID).latestStatus()).isEqualTo(ContentStatus.WAITING);
    }
    assertThat(library.decisions(ID))
        .allSatisfy(decision -> assertThat(decision.hash()).isNotEqualTo(shelf.hash()));
  }
}

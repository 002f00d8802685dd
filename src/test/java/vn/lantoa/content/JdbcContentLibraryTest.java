package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Finding;
import vn.lantoa.common.Refusal;
import vn.lantoa.database.TestDatabase;

class JdbcContentLibraryTest {

  private static final String ID = "vneid-dang-nhap";
  private static final String FILE = ID + ".md";
  private static final String FIRST = ContentExamples.markdown();
  private static final String SECOND = FIRST.replace("Chọn VNeID", "Chọn tài khoản VNeID");

  private final DataSource database = TestDatabase.create();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private final List<Object> events = new ArrayList<>();
  private Instant now = ContentExamples.NOW;
  private final JdbcContentLibrary library =
      new JdbcContentLibrary(
          jdbc, transaction, this::publish, ContentExamples.lint(() -> now), () -> now);
  private final Actor author = account("lan", "Nguyễn Thị Lan");
  private final Actor approver = account("binh", "Trần Văn Bình");
  private final Actor other = account("chi", "Lê Thị Chi");

  private void publish(Object event) {
    assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
    events.add(event);
  }

  @BeforeEach
  void takesTheFirstText() {
    assertThat(library.take(FILE, FIRST, author).changed()).isTrue();
    events.clear();
  }

  @Test
  void keepsWhatTheFileSays() {
    var item = library.get(ID);

    assertThat(item.status()).isEqualTo(ContentStatus.WAITING);
    assertThat(item.decision()).isEmpty();
    var version = item.current();
    assertThat(version.number()).isEqualTo(1);
    assertThat(version.title()).isEqualTo("Đăng nhập bằng VNeID");
    assertThat(version.audiences()).containsExactly("hoc-sinh-thpt", "giao-vien");
    assertThat(version.validTo()).isEqualTo("2027-12-31");
    assertThat(version.link()).isEqualTo("https://dichvucong.gov.vn");
    assertThat(version.source()).isEqualTo("Kế hoạch của Sở GDĐT, mục III.3");
    assertThat(version.renditions()).containsOnlyKeys(Section.values());
    assertThat(version.markdown()).isEqualTo(FIRST);
    assertThat(version.writtenBy()).isEqualTo(author);
    assertThat(version.createdAt()).isEqualTo(ContentExamples.NOW);
    assertThat(library.version(ID, version.hash())).contains(version);
  }

  @Test
  void takingTheSameTextAgainChangesNothing() {
    var again = library.take(FILE, FIRST.replace("\n", "\r\n"), other);

    assertThat(again.changed()).isFalse();
    assertThat(again.item()).contains(library.get(ID));
    assertThat(library.versions(ID)).hasSize(1);
    assertThat(library.get(ID).current().writtenBy()).isEqualTo(author);
    assertThat(events).isEmpty();
  }

  @Test
  void refusesAFileWithErrors() {
    var taken = library.take(FILE, FIRST.replace("{{unit.name}}", "{{unit}}"), author);

    assertThat(taken.item()).isEmpty();
    assertThat(taken.changed()).isFalse();
    assertThat(taken.findings()).anyMatch(Finding::isError);
    assertThat(library.versions(ID)).hasSize(1);
  }

  @Test
  void anotherTextIsAnotherVersion() {
    var taken = library.take(FILE, SECOND, other);

    assertThat(taken.changed()).isTrue();
    assertThat(library.versions(ID)).extracting(ContentVersion::number).containsExactly(2, 1);
    assertThat(library.get(ID).current().writtenBy()).isEqualTo(other);
    assertThat(events).containsExactly(new ContentChanged(ID, hash()));
  }

  @Test
  void whatNobodyReceivesFollowsTheFileUnderTheSameApproval() {
    library.approve(ID, hash(), approver);

    var taken = library.take(FILE, FIRST.replace("2027-12-31", "2028-12-31"), author);

    assertThat(taken.changed()).isFalse();
    assertThat(library.versions(ID)).hasSize(1);
    assertThat(library.get(ID).isApproved()).isTrue();
    assertThat(library.get(ID).current().validTo()).isEqualTo("2028-12-31");
    assertThat(library.get(ID).current().markdown()).contains("2028-12-31");
  }

  @Test
  void aSecondPersonApproves() {
    library.approve(ID, hash(), approver);

    var item = library.get(ID);
    assertThat(item.isApproved()).isTrue();
    assertThat(item.decision())
        .contains(
            new Approval(
                ID, hash(), Approval.Decision.APPROVED, "", "Trần Văn Bình", ContentExamples.NOW));
  }

  @Test
  void nobodyApprovesHisOwnText() {
    refuses("content.own-text", () -> library.approve(ID, hash(), author));
    refuses("content.account-needed", () -> library.approve(ID, hash(), Actor.SYSTEM));

    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.WAITING);
  }

  @Test
  void anEditVoidsTheApprovalAndGoingBackRestoresIt() {
    var first = hash();
    library.approve(ID, first, approver);

    library.take(FILE, SECOND, author);
    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.WAITING);

    library.take(FILE, FIRST, author);
    assertThat(library.get(ID).isApproved()).isTrue();
    assertThat(hash()).isEqualTo(first);
    assertThat(library.versions(ID)).hasSize(2);
    assertThat(events).hasSize(2).last().isEqualTo(new ContentChanged(ID, first));
  }

  @Test
  void approvesOnlyWhatWasOnTheScreen() {
    var seen = hash();
    library.take(FILE, SECOND, author);

    refuses("content.changed-meanwhile", () -> library.approve(ID, seen, approver));
    refuses("content.changed-meanwhile", () -> library.sendBack(ID, seen, "Dài quá", approver));
    refuses("content.unknown", () -> library.approve("khong-co", seen, approver));
  }

  @Test
  void doesNotApproveWhatHasBecomeWrong() {
    now = ContentExamples.NOW.plus(Duration.ofDays(500));

    refuses("content.has-errors", () -> library.approve(ID, hash(), approver));
  }

  @Test
  void sendsBackWithAReason() {
    library.approve(ID, hash(), approver);

    library.sendBack(ID, hash(), " Ghi rõ số điện thoại ", other);

    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.RETURNED);
    assertThat(library.decisions(ID))
        .extracting(Approval::decision, Approval::reason)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                Approval.Decision.RETURNED, "Ghi rõ số điện thoại"),
            org.assertj.core.api.Assertions.tuple(Approval.Decision.APPROVED, ""));
    refuses("content.reason-missing", () -> library.sendBack(ID, hash(), " ", other));
  }

  @Test
  void twoWhoApproveAtOnceApproveOnce() throws Exception {
    var hash = hash();

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
      var seen = hash();
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

      assertThat(library.get(ID).status()).isEqualTo(ContentStatus.WAITING);
    }
    assertThat(library.decisions(ID))
        .allSatisfy(decision -> assertThat(decision.hash()).isNotEqualTo(hash()));
  }

  @Test
  void manyWhoTakeAtOnceNumberTheVersionsInARow() throws Exception {
    var tasks = new ArrayList<Runnable>();
    for (int i = 0; i < 8; i++) {
      var text = ContentExamples.markdown("khac").replace("Chọn VNeID", "Chọn VNeID " + i / 2);
      tasks.add(() -> library.take("khac.md", text, author));
    }

    atOnce(tasks.toArray(Runnable[]::new));

    assertThat(library.versions("khac"))
        .extracting(ContentVersion::number)
        .containsExactly(4, 3, 2, 1);
  }

  @Test
  void aWithdrawnItemLeavesTheShelf() {
    var hash = hash();

    library.withdraw(ID, author);
    library.withdraw(ID, author);

    assertThat(library.items()).isEmpty();
    assertThat(library.get(ID).status()).isEqualTo(ContentStatus.WITHDRAWN);
    assertThat(library.version(ID, hash)).isPresent();
    assertThat(events).containsExactly(new ContentChanged(ID, hash));
    refuses("content.withdrawn", () -> library.approve(ID, hash, approver));
    refuses("content.unknown", () -> library.withdraw("khong-co", author));
  }

  @Test
  void savingAWithdrawnItemBringsItBack() {
    library.withdraw(ID, author);

    assertThat(library.take(FILE, FIRST, other).changed()).isTrue();

    assertThat(library.items()).hasSize(1);
  }

  @Test
  void readingTheFilesAgainUndoesNobodysWork() {
    var onDisk = ContentExamples.markdown("tu-dia");
    library.take("tu-dia.md", onDisk, Actor.SYSTEM);
    library.take("tu-dia.md", onDisk.replace("Chọn", "Bấm"), author);
    var edited = library.get("tu-dia").current();

    assertThat(library.take("tu-dia.md", onDisk, Actor.SYSTEM).changed()).isFalse();
    assertThat(library.get("tu-dia").current()).isEqualTo(edited);

    library.withdraw("tu-dia", author);
    assertThat(library.take("tu-dia.md", onDisk, Actor.SYSTEM).changed()).isFalse();
    assertThat(library.get("tu-dia").status()).isEqualTo(ContentStatus.WITHDRAWN);
  }

  @Test
  void aFileThatWasChangedOrPutBackIsTakenIn() {
    var one = ContentExamples.markdown("tu-dia");
    var two = one.replace("Chọn", "Bấm");
    library.take("tu-dia.md", one, Actor.SYSTEM);
    library.take("tu-dia.md", two, Actor.SYSTEM);

    assertThat(library.take("tu-dia.md", one, Actor.SYSTEM).changed()).isTrue();

    assertThat(library.get("tu-dia").current().number()).isEqualTo(1);
  }

  @Test
  void listsItemsInVietnameseOrder() {
    for (var title : List.of("Zalo", "Đăng ký", "Dịch vụ", "An toàn", "Ăn Tết")) {
      var id = "t" + title.hashCode() % 1000;
      var text =
          ContentExamples.markdown(id.replace("-", ""))
              .replace("title: Đăng nhập bằng VNeID", "title: " + title);
      library.take(id.replace("-", "") + ".md", text, author);
    }

    assertThat(library.items())
        .extracting(ContentItem::title)
        .containsExactly("An toàn", "Ăn Tết", "Dịch vụ", "Đăng ký", "Đăng nhập bằng VNeID", "Zalo");
  }

  private String hash() {
    return library.get(ID).current().hash();
  }

  private Actor account(String username, String name) {
    long id =
        jdbc.sql(
                """
                insert into account (username, name, password_hash)
                values (:username, :name, '')
                returning id
                """)
            .param("username", username)
            .param("name", name)
            .query(Long.class)
            .single();
    return new Actor(id, name);
  }

  private static void refuses(String key, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  private static void atOnce(Runnable... acts) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<java.util.concurrent.Future<?>>();
      for (var act : acts) {
        running.add(threads.submit((Callable<Void>) () -> run(act)));
      }
      for (var one : running) {
        one.get();
      }
    }
  }

  private static Void run(Runnable act) {
    act.run();
    return null;
  }
}

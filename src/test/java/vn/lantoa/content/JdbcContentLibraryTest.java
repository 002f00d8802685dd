package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.content.TestLibrary.FILE;
import static vn.lantoa.content.TestLibrary.FIRST;
import static vn.lantoa.content.TestLibrary.ID;
import static vn.lantoa.content.TestLibrary.SECOND;
import static vn.lantoa.content.TestLibrary.atOnce;
import static vn.lantoa.content.TestLibrary.refuses;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Actor;
import vn.lantoa.common.Finding;

class JdbcContentLibraryTest {

  private final TestLibrary shelf = new TestLibrary();
  private final JdbcContentLibrary library = shelf.library();
  private final List<Object> events = shelf.events();
  private final Actor author = shelf.author();
  private final Actor approver = shelf.approver();
  private final Actor other = shelf.other();

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
    assertThat(events)
        .containsExactly(
            new ContentChanged(ID, shelf.hash()), new ContentSubmitted(ID, shelf.hash()));
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
    var hash = shelf.hash();

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
}

package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.content.TestLibrary.ID;
import static vn.lantoa.content.TestLibrary.refuses;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Actor;

class JdbcSavedDraftsTest {

  private final TestLibrary shelf = new TestLibrary();
  private final SavedDrafts drafts = shelf.drafts();
  private final Actor writer = shelf.author();

  @Test
  void keepsWhatWasTypedHoweverWrong() {
    var fields =
        Map.of(
            "title", List.of("Nháp \"1\"\n\u0000"),
            "sms", List.of("## sms {{"),
            "audiences", List.of("giao-vien", "phu-huynh"));

    long id = drafts.begin(writer, "", fields);

    assertThat(drafts.get(writer, id).fields()).isEqualTo(fields);
    assertThat(drafts.get(writer, id).savedAt()).isEqualTo(ContentExamples.NOW);
  }

  @Test
  void theLastSavedComesFirst() {
    long first = drafts.begin(writer, "", fields("một"));
    long second = drafts.begin(writer, "", fields("hai"));
    shelf.now = ContentExamples.NOW.plusSeconds(60);
    drafts.save(writer, first, fields("ba"));

    assertThat(drafts.of(writer)).extracting(SavedDraft::id).containsExactly(first, second);
    assertThat(drafts.get(writer, first).value("title")).isEqualTo("ba");
  }

  /// As from two windows: neither writes over the other.
  @Test
  void anItemIsGoneOnWithWhereItWasLastSaved() {
    long once = drafts.begin(writer, ID, fields("một"));
    shelf.now = ContentExamples.NOW.plusSeconds(60);
    long again = drafts.begin(writer, ID, fields("hai"));

    assertThat(drafts.of(writer)).extracting(SavedDraft::id).containsExactly(again, once);
    assertThat(drafts.get(writer, once).value("title")).isEqualTo("một");
    assertThat(drafts.of(writer, ID).orElseThrow().value("title")).isEqualTo("hai");
    assertThat(drafts.of(shelf.other(), ID)).isEmpty();
  }

  @Test
  void theDraftOfAnotherDoesNotExist() {
    long id = drafts.begin(writer, "", fields("của tôi"));

    refuses("content.draft-unknown", () -> drafts.get(shelf.other(), id));
    refuses("content.draft-unknown", () -> drafts.save(shelf.other(), id, fields("khác")));
    drafts.discard(shelf.other(), id);

    assertThat(drafts.of(shelf.other())).isEmpty();
    assertThat(drafts.get(writer, id).value("title")).isEqualTo("của tôi");
    drafts.discard(writer, id);
    assertThat(drafts.of(writer)).isEmpty();
  }

  @Test
  void nobodyKeepsHundredsOfThem() {
    for (int i = 0; i < 100; i++) {
      drafts.begin(writer, "", fields("n" + i));
    }

    refuses("content.drafts-many", () -> drafts.begin(writer, "", fields("thêm")));
    drafts.begin(shelf.other(), "", fields("của người khác"));
  }

  private static Map<String, List<String>> fields(String title) {
    return Map.of("title", List.of(title));
  }
}

package vn.lantoa.console.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.ITEM;
import static vn.lantoa.console.ConsoleExamples.OFFICER;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.SavedDrafts;
import vn.lantoa.security.Accounts;

/// What is begun can be left, and gone on with.
@ConsoleTest
class DraftPagesTest {

  @Autowired private Visits visits;
  @Autowired private ContentLibrary library;
  @Autowired private SavedDrafts drafts;
  @Autowired private Accounts accounts;

  @Test
  void anItemIsWrittenInTwoSittings() throws Exception {
    var draft = saved("", "Bài viết dở", "Mời ông/bà {{");

    visits.assertWhole(OFFICER, "/noi-dung", draft);
    assertThat(visits.page(OFFICER, "/noi-dung")).contains("Bài viết dở");
    assertThat(visits.page(OFFICER, draft)).contains("Bài viết dở", "Mời ông/bà {{");
    assertThat(library.find("bai-viet-do")).isEmpty();

    var item =
        visits.send(
            OFFICER,
            post("/noi-dung/moi")
                .param("draft", id(draft))
                .param("title", "Bài viết dở")
                .param("topic", "vneid")
                .param("audiences", "giao-vien")
                .param("validFrom", "2026-01-01")
                .param("validTo", "2099-12-31")
                .param("sms", "{{unit.short}}: mời thầy cô"));

    assertThat(item.getRedirectedUrl()).isEqualTo("/noi-dung/bai-viet-do");
    assertThat(visits.open(OFFICER, draft).getStatus()).isEqualTo(404);
    assertThat(visits.page(OFFICER, "/noi-dung")).doesNotContain(draft);
  }

  @Test
  void theChangeOfAnItemGoesOnWhereItWas() throws Exception {
    var base = library.get(ITEM).current().hash();
    var draft = saved(ITEM, "Sửa dở", "Tin sửa dở");

    assertThat(visits.open(OFFICER, "/noi-dung/" + ITEM + "/sua").getRedirectedUrl())
        .isEqualTo(draft);
    assertThat(visits.page(OFFICER, draft)).contains("Tin sửa dở", "name=\"base\" value=\"" + base);
    // It began from no version there is: somebody else has changed the item since.
    assertThat(visits.page(OFFICER, draft)).contains("Có người đã lưu một bản khác");

    assertThat(visits.send(OFFICER, post(draft + "/bo")).getRedirectedUrl()).isEqualTo("/noi-dung");
    assertThat(library.get(ITEM).current().hash()).isEqualTo(base);
  }

  @Test
  void theDraftOfAnotherDoesNotExist() throws Exception {
    var draft = saved("", "Của riêng tôi", "");

    assertThat(visits.send(APPROVER, get(draft)).getStatus()).isIn(403, 404);
    assertThat(visits.send(APPROVER, post(draft + "/bo")).getStatus()).isEqualTo(403);
    assertThat(visits.page(APPROVER, "/noi-dung")).doesNotContain("Của riêng tôi");
    var mine = accounts.byUsername(OFFICER).orElseThrow().actor();
    assertThat(drafts.get(mine, Long.parseLong(id(draft))).value("title"))
        .isEqualTo("Của riêng tôi");
    drafts.discard(mine, Long.parseLong(id(draft)));
  }

  @Test
  void whatIsTypedIntoADraftThatIsGoneIsKept() throws Exception {
    var draft = saved("", "Đã bỏ ở cửa sổ khác", "");
    visits.send(OFFICER, post(draft + "/bo"));

    var kept =
        visits
            .send(
                OFFICER,
                post("/ban-nhap")
                    .param("draft", id(draft))
                    .param("item", "")
                    .param("title", "Gõ tiếp"))
            .getRedirectedUrl();

    assertThat(kept).isNotEqualTo(draft);
    assertThat(visits.page(OFFICER, kept)).contains("Gõ tiếp");
    visits.send(OFFICER, post(kept + "/bo"));
  }

  private String saved(String item, String title, String sms) throws Exception {
    var answer =
        visits.send(
            OFFICER, post("/ban-nhap").param("item", item).param("title", title).param("sms", sms));
    return answer.getRedirectedUrl();
  }

  private static String id(String draft) {
    return draft.substring(draft.lastIndexOf('/') + 1);
  }
}

package vn.lantoa.console.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lantoa.console.ConsoleExamples.APPROVER;
import static vn.lantoa.console.ConsoleExamples.ITEM;
import static vn.lantoa.console.ConsoleExamples.OFFICER;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lantoa.console.ConsoleTest;
import vn.lantoa.console.Visits;
import vn.lantoa.content.ContentLibrary;
import vn.lantoa.content.ContentStatus;
import vn.lantoa.content.ContentVersion;
import vn.lantoa.security.Accounts;
import vn.lantoa.security.AuditTrail;

/// The way of a text from the editor to its approval.
@ConsoleTest
class ContentPagesTest {

  private static final String PAGE = "/noi-dung/" + ITEM;

  @Autowired private Visits visits;
  @Autowired private ContentLibrary library;
  @Autowired private AuditTrail trail;
  @Autowired private Accounts accounts;

  @Test
  void aTextIsApprovedBySomebodyElseAndAnyEditNeedsApprovalAgain() throws Exception {
    var first = current();

    visits.send(
        APPROVER,
        post(PAGE + "/tra-lai").param("hash", first.hash()).param("reason", "Thêm số 1022"));
    assertThat(library.get(ITEM).status()).isEqualTo(ContentStatus.RETURNED);

    var form = ContentForm.of(first);
    assertThat(visits.send(OFFICER, get(PAGE + "/sua")).getContentAsString())
        .contains("Thêm số 1022");
    visits.send(OFFICER, edit(form, form.value("sms")));
    assertThat(current().hash()).isEqualTo(first.hash());
    assertThat(library.get(ITEM).status()).isEqualTo(ContentStatus.WAITING);

    visits.send(OFFICER, edit(form, form.value("sms") + " 1022"));
    var second = current();
    assertThat(second.number()).isGreaterThan(first.number());

    visits.send(APPROVER, post(PAGE + "/duyet").param("hash", first.hash()));
    assertThat(library.get(ITEM).isApproved()).isFalse();

    visits.send(APPROVER, post(PAGE + "/duyet").param("hash", second.hash()));
    assertThat(library.get(ITEM).isApproved()).isTrue();
    assertThat(trail.of("content:" + ITEM, 10))
        .extracting(AuditTrail.Entry::action)
        .startsWith("content.approve", "content.edit");

    var late = visits.send(OFFICER, edit(form, "Bản cũ"));
    assertThat(late.getContentAsString()).contains("Bản cũ", "Có người đã lưu một bản khác");
  }

  @Test
  void theApproverSeesWhichWordsDifferFromWhatWasApproved() throws Exception {
    if (!library.get(ITEM).isApproved()) {
      visits.send(APPROVER, post(PAGE + "/duyet").param("hash", current().hash()));
    }
    var form = ContentForm.of(current());

    visits.send(OFFICER, edit(form, form.value("sms").replaceFirst(" ", " QWERTY ")));

    var page = visits.send(APPROVER, get(PAGE)).getContentAsString();
    assertThat(page).containsPattern("<ins><span[^>]*>[^<]*</span>QWERTY ");
    visits.assertWhole(APPROVER, PAGE);
    visits.send(APPROVER, post(PAGE + "/duyet").param("hash", current().hash()));
  }

  /// N5: a preview shows the words of a link, and an approver on a telephone nothing else.
  @Test
  void theApproverReadsWhereTheLinksLead() throws Exception {
    var author = accounts.byUsername(OFFICER).orElseThrow().actor();
    var markdown =
        current()
            .markdown()
            .replace("id: " + ITEM, "id: mo-trang-nao")
            .replaceFirst(
                "(?s)(## email: [^\n]*).*",
                "$1\nMở [Cổng dịch vụ công](https://evil.example/dang-nhap) hoặc {{link}}\n");
    assertThat(library.take("mo-trang-nao.md", markdown, author).item()).isPresent();

    var page = visits.page(APPROVER, "/noi-dung/mo-trang-nao");

    assertThat(page)
        .contains(
            "Các đường dẫn trong bản này",
            "https://<strong>evil.example</strong>/dang-nhap</span>",
            "Đường dẫn chung của nội dung:",
            "https://<strong>dichvucong.gov.vn</strong>")
        .containsOnlyOnce("Địa chỉ ngoài")
        .doesNotContain("href=\"https://evil.example");
    visits.assertWhole(APPROVER, "/noi-dung/mo-trang-nao");
  }

  @Test
  void anEditorThatWasOnlyOpenedHoldsNothingUnsaved() throws Exception {
    var form = ContentForm.of(current());

    assertThat(visits.send(OFFICER, get(PAGE + "/sua")).getContentAsString())
        .contains("data-unsaved=\"\"");
    assertThat(visits.send(OFFICER, edit(form, "{{")).getContentAsString())
        .contains("data-unsaved=\"changed\"");
  }

  @Test
  void marksThatOnlyAPlaceholderBringsAreNotTheWritersFault() throws Exception {
    var form = ContentForm.of(current());
    var byName = "Chao {{recipient.name}}, mo {{link}}";

    assertThat(preview(edit(form, byName))).contains("Phần bạn viết không có dấu");
    assertThat(preview(edit(form, "Chào bạn, mo {{link}}"))).contains("Viết không dấu thì tin");
  }

  private String preview(MockHttpServletRequestBuilder request) throws Exception {
    request.uri(java.net.URI.create("/noi-dung/xem-truoc"));
    return visits.send(OFFICER, request).getContentAsString();
  }

  @Test
  void aMistakeIsShownAtItsField() throws Exception {
    var answer = visits.send(OFFICER, edit(ContentForm.of(current()), "Chào {{recipient.nam}}"));

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString())
        .containsPattern("(?s)id=\"finding-sms\"[^>]*>\\s*<li class=\"is-bad\">");
  }

  @Test
  void pagesHaveAllTheirWordsAndNothingInline() throws Exception {
    visits.assertWhole(
        OFFICER,
        "/noi-dung",
        "/noi-dung?q=dang+nhap&trang-thai=APPROVED",
        "/noi-dung?q=xyzzy",
        PAGE,
        "/noi-dung/tai-len",
        "/noi-dung/moi",
        PAGE + "/sua");
    visits.assertWordsAndNothingInline(OFFICER, "/noi-dung/khong-co");
  }

  private ContentVersion current() {
    return library.get(ITEM).current();
  }

  private static MockHttpServletRequestBuilder edit(ContentForm form, String sms) {
    var request = post(PAGE + "/sua").param("sms", sms);
    Stream.of(
            "title",
            "topic",
            "validFrom",
            "validTo",
            "link",
            "source",
            "subject",
            "email",
            "social",
            "radio",
            "portal",
            "base")
        .forEach(field -> request.param(field, form.value(field)));
    form.chosenAudiences().forEach(audience -> request.param("audiences", audience));
    return request;
  }
}

package vn.lantoa.console.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Finding;
import vn.lantoa.common.Folded;
import vn.lantoa.content.Section;

class ContentFormTest {

  @Test
  void writesTheFileAPersonWouldWrite() {
    var form = form("Nộp hồ sơ", "Chào bạn");

    assertThat(form.compose().markdown())
        .isEqualTo(
            """
            ---
            id: nop-ho-so
            title: Nộp hồ sơ
            topic: vneid
            audiences: [nguoi-dan]
            valid: 2026-01-01/2026-12-31
            link: https://dichvucong.gov.vn
            ---
            ## sms
            Chào bạn

            ## email: Mời bạn
            Kính gửi
            """);
  }

  @Test
  void findsTheFieldALineCameFrom() {
    var composed = form("Nộp hồ sơ", "Dòng một\nDòng hai").compose();

    assertThat(composed.fieldOf(Finding.error("", 3, "content.title-too-long"))).isEqualTo("title");
    assertThat(composed.fieldOf(Finding.error("", 11, "content.unknown-placeholder")))
        .isEqualTo("sms");
    assertThat(composed.fieldOf(Finding.error("", 14, "content.loose-braces"))).isEqualTo("email");
    assertThat(composed.fieldOf(Finding.error("", 0, "content.no-section")))
        .isEqualTo("renditions");
    assertThat(composed.fieldOf(Finding.warning("", 1, "content.source-missing")))
        .isEqualTo("source");
  }

  @Test
  void cannotBreakOutOfItsLineInTheHeader() {
    var form = form("Tên\nid: khac: \"x\" \\", "Chào");

    assertThat(form.compose().markdown()).contains("title: \"Tên id: khac: \\\"x\\\" \\\\\"\n");
  }

  @Test
  void previewsOnlyWhatWasWritten() {
    assertThat(form("Nộp hồ sơ", "Chào").renditions()).containsOnlyKeys(Section.SMS, Section.EMAIL);
  }

  @Test
  void makesAnIdFromATitle() {
    assertThat(Folded.id("Đăng nhập Cổng DVC (VNeID)!")).isEqualTo("dang-nhap-cong-dvc-vneid");
  }

  private static ContentForm form(String title, String sms) {
    return new ContentForm(
        "nop-ho-so",
        title,
        "vneid",
        List.of("nguoi-dan"),
        "2026-01-01",
        "2026-12-31",
        "https://dichvucong.gov.vn",
        "",
        sms,
        "Mời bạn",
        "Kính gửi",
        "",
        " ",
        null,
        "");
  }
}

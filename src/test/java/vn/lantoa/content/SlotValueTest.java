package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.content.Renderer.RenderFailure;
import vn.lantoa.content.Renderer.Values;

/// Which values are put into a text, and which are not.
class SlotValueTest {

  private final Renderings renderings = new Renderings(PromoMarks.NONE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "A\r\nBcc: x@a.vn",
        "A\nB",
        "A\u0000B",
        "A\tB",
        "A\u2028B",
        "A\u202EB",
        "A\uE001B",
        "A\uD800B",
        "\u0301A",
        "Ba, vào https://a.example/khoa ngay",
        "Ba, gọi 0900123456",
      })
  void failsForAValueThatWouldBreakTheText(String name) {
    var version = ContentExamples.version(Section.EMAIL, "Gửi {{recipient.name}}", "Chào!");

    assertThatThrownBy(() -> renderings.render(version, Section.EMAIL, new Values(name, "x", "")))
        .isInstanceOf(RenderFailure.class);
  }

  @Test
  void failsForAValueThatIsTooLong() {
    var version = ContentExamples.version(Section.SMS, "", "Chào {{recipient.name}}");

    assertThat(renderings.render(version, Section.SMS, new Values("ă".repeat(200), "", "")).text())
        .hasSize(205);
    assertThatThrownBy(
            () -> renderings.render(version, Section.SMS, new Values("ă".repeat(201), "", "")))
        .isInstanceOf(RenderFailure.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://a.vn/\"><script>",
        "ftp://a.vn",
        "a.vn",
        "https://a.vn/x y"
      })
  void failsForALinkThatLeadsNowhereGood(String link) {
    var version = ContentExamples.version(Section.EMAIL, "x", "[x]({{link}})");

    assertThatThrownBy(() -> renderings.render(version, Section.EMAIL, new Values("a", "b", link)))
        .isInstanceOf(RenderFailure.class);
  }
}

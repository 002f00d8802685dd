package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.content.Renderer.RenderFailure;
import vn.lantoa.content.Renderer.Rendered;
import vn.lantoa.content.Renderer.Values;

class RenderingsTest {

  private static final Values VALUES =
      new Values("Trần Văn Đức", "Trường THPT Thái Phiên", "https://lantoa.vn/l/Ab3");

  private final Renderings renderings = new Renderings(PromoMarks.NONE);

  @Test
  void anSmsIsSignedWithTheShortNameOrElseTheWhole() {
    var version = ContentExamples.version(Section.SMS, "", "{{unit.short}}: xin chào");
    var whole = "Sở Giáo dục và Đào tạo Hải Thịnh";

    assertThat(
            renderings
                .render(version, Section.SMS, new Values("", whole, "Sở GDĐT Hải Thịnh", ""))
                .text())
        .isEqualTo("Sở GDĐT Hải Thịnh: xin chào");
    assertThat(renderings.render(version, Section.SMS, new Values("", whole, "", "")).text())
        .isEqualTo(whole + ": xin chào");
  }

  /// Fifty kilobytes became a hundred and eighty megabytes.
  @Test
  void anAddressNamedOnceIsNotWrittenOutEndlessly() {
    var address = "https://vneid.gov.vn/" + "b".repeat(20_000);
    var text = "[a]: " + address + "\n\n" + "[a] ".repeat(9_000);
    var rendered = render(text);

    assertThat(rendered.html()).contains(address).hasSizeLessThan(300_000);
    assertThat(rendered.text()).hasSizeLessThan(300_000);
    // The words stay.
    assertThat(rendered.text().chars().filter(c -> c == 'a').count()).isGreaterThanOrEqualTo(9_000);
    assertThat(render("[a]: https://vneid.gov.vn\n\n" + "[a] ".repeat(500)).html().split("href"))
        .hasSize(501);
  }

  /// It would be held several times over by everyone who looks at it.
  @Test
  void nothingIsRenderedThatIsFarLongerThanWhatIsWritten() {
    var link = "https://lantoa.vn/" + "l".repeat(400);

    assertThatThrownBy(() ->
            renderings.render(
                ContentExamples.version(Section.PORTAL, "Bài", "{{link}} ".repeat(6_000)),
                Section.PORTAL,
                new Values("", "Sở", link)))
        .isInstanceOf(RenderFailure.class)
        .hasMessageContaining("400000");
  }

  @Test
  void aTextMayBeNothingButLinks() {
    assertThat(render("{{link}} ".repeat(6_000)).html().split("href")).hasSizeGreaterThan(3_000);
  }

  private Rendered render(String markdown) {
    return renderings.render(
        ContentExamples.version(Section.PORTAL, "Bài", markdown), Section.PORTAL, VALUES);
  }

  @Test
  void publicityBearsItsLabelAndATextItsWayOut() {
    var promoting = new Renderings(new PromoMarks("[QC]", "Tu choi: {link}"));
    var values = VALUES.refusedAt("https://lantoa.vn/u/x");
    var sms = ContentExamples.version(Section.SMS, "", "Mời xem {{link}}");
    var email = ContentExamples.version(Section.EMAIL, "Lời mời", "Kính mời.");
    var social = ContentExamples.version(Section.SOCIAL, "", "Mời bà con");

    assertThat(promoting.render(sms, Section.SMS, values).text())
        .isEqualTo("[QC] Mời xem https://lantoa.vn/l/Ab3\nTu choi: https://lantoa.vn/u/x");
    assertThat(promoting.render(sms, Section.SMS, VALUES).text()).startsWith("Mời xem");
    assertThat(promoting.render(email, Section.EMAIL, values).subject()).isEqualTo("[QC] Lời mời");
    assertThat(promoting.render(email, Section.EMAIL, values).text()).doesNotContain("Tu choi");
    assertThat(promoting.render(social, Section.SOCIAL, values).text()).isEqualTo("Mời bà con");
    assertThat(renderings.render(sms, Section.SMS, values).text()).startsWith("Mời xem");
  }

  @Test
  void fillsAnSmsAsItIsWritten() {
    var sms = render(Section.SMS, "", "{{unit.name}}: *chào* {{recipient.name}}, xem {{link}}");

    assertThat(sms)
        .isEqualTo(
            new Rendered(
                "Đăng nhập bằng VNeID",
                "Trường THPT Thái Phiên: *chào* Trần Văn Đức, xem https://lantoa.vn/l/Ab3",
                ""));
  }

  @Test
  void makesAnEmailInBothForms() {
    var email =
        render(
            Section.EMAIL,
            "Gửi {{recipient.name}}",
            """
            Kính gửi **{{recipient.name}}**,

            Xem [hướng dẫn]({{link}}), {{link}} hoặc https://vneid.gov.vn

            - một
            - hai

            Trân trọng,
            {{unit.name}}
            """);

    assertThat(email.subject()).isEqualTo("Gửi Trần Văn Đức");
    assertThat(email.text())
        .isEqualTo(
            """
            Kính gửi Trần Văn Đức,

            Xem hướng dẫn (https://lantoa.vn/l/Ab3), https://lantoa.vn/l/Ab3 hoặc https://vneid.gov.vn

            - một
            - hai

            Trân trọng,
            Trường THPT Thái Phiên\
            """);
    assertThat(email.html())
        .contains("<strong>Trần Văn Đức</strong>")
        .contains(
            "<a href=\"https://lantoa.vn/l/Ab3\" rel=\"noopener noreferrer\">hướng dẫn</a>",
            "<a href=\"https://lantoa.vn/l/Ab3\" rel=\"noopener noreferrer\">https://lantoa.vn/l/Ab3</a>",
            "<a href=\"https://vneid.gov.vn\" rel=\"noopener noreferrer\">https://vneid.gov.vn</a>")
        .contains("<li>một</li>")
        .contains("Trân trọng,<br />\nTrường THPT Thái Phiên");
  }

  @Test
  void leadsToTheLinkOfTheItemWhenThereIsNoOther() {
    var version = ContentExamples.version(Section.SMS, "", "Xem {{link}}");

    var sms = renderings.render(version, Section.SMS, new Values("", "", ""));

    assertThat(sms.text()).isEqualTo("Xem https://dichvucong.gov.vn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${7*7}",
        "#{7*7}",
        "{{env:PATH}}",
        "{{7*7}}",
        "{{recipient}}",
        "{{ link }}",
        "{{{link}}}x{{/if}}",
        "${T(java.lang.Runtime).getRuntime()}",
        "%{(#a=1)}",
        "<%= 7*7 %>",
      })
  void readsNoOtherLanguage(String text) {
    var email = render(Section.EMAIL, text, text);

    var shown = text.replace("{{link}}", VALUES.link());
    assertThat(email.subject()).isEqualTo(shown);
    assertThat(email.text()).isEqualTo(shown);
    assertThat(visible(email.html())).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "[x](https://a.vn\" onmouseover=\"alert(1))",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        "![x](https://a.vn/track.png)",
        "<a href=\"https://a.vn\" onclick=\"alert(1)\">x</a>",
        "<style>*{display:none}</style>",
        "<svg/onload=alert(1)>",
        "<iframe src=https://a.vn></iframe>",
        "`<script>`",
      })
  void letsNothingRunInHtml(String markdown) {
    var html = render(Section.EMAIL, "x", "Chào\n\n" + markdown).html();

    assertThat(tags(html)).isSubsetOf("p", "br", "a", "code");
    assertThat(html)
        .doesNotContainPattern("<[^>]*\\son\\w+\\s*=")
        .doesNotContainPattern("href=\"(?!https://|mailto:)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{unit.title}",
        "**đậm** [x](/trang)",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "&lt;b&gt; & Cộng sự",
        "$1 \\1 ${x}",
      })
  void putsValuesInAsTextOnly(String name) {
    var version =
        ContentExamples.version(
            Section.EMAIL, "Gửi {{recipient.name}}", "Chào {{recipient.name}}!");

    var email = renderings.render(version, Section.EMAIL, new Values(name, "x", ""));

    assertThat(email.subject()).isEqualTo("Gửi " + name);
    assertThat(email.text()).isEqualTo("Chào " + name + "!");
    assertThat(tags(email.html())).containsOnly("p");
    assertThat(visible(email.html())).isEqualTo("Chào " + name + "!");
  }

  @Test
  void asksOnlyForTheValuesATextUses() {
    var version = ContentExamples.version(Section.SOCIAL, "", "Chào mọi người");

    var post = renderings.render(version, Section.SOCIAL, new Values("", "\n", "?"));

    assertThat(post.text()).isEqualTo("Chào mọi người");
  }

  @Test
  void failsWhenThereIsNoTextForTheSection() {
    var version = ContentExamples.version(Section.SMS, "", "Chào");

    assertThatThrownBy(() -> renderings.render(version, Section.RADIO, VALUES))
        .isInstanceOf(RenderFailure.class);
  }

  @Test
  void composesTextAndValues() {
    var version =
        ContentExamples.version(
            Section.EMAIL, nfd("Mời thầy cô"), nfd("Chào {{recipient.name}} ở trường"));

    var email = renderings.render(version, Section.EMAIL, new Values(nfd("Đặng Thị Ế"), "x", ""));

    assertThat(email.subject()).isEqualTo("Mời thầy cô");
    assertThat(email.text()).isEqualTo("Chào Đặng Thị Ế ở trường");
    assertThat(Normalizer.isNormalized(email.html(), Normalizer.Form.NFC)).isTrue();
  }

  @Test
  void keepsTextsApartThatOnlyLookTheSame() {
    var one = render(Section.EMAIL, "x", "một");
    var two = render(Section.EMAIL, "x", "hai");
    var radio = render(Section.RADIO, "x", "một");

    assertThat(one.text()).isEqualTo("một");
    assertThat(two.text()).isEqualTo("hai");
    assertThat(radio.subject()).isEqualTo("Đăng nhập bằng VNeID");
  }

  /// Ten million people in a hundred seconds is not the aim; that rendering is never what a
  /// campaign waits for is.
  @Test
  @Tag("slow")
  void rendersAHundredThousandEmailsASecond() {
    var body = "Kính gửi **{{recipient.name}}**,\n\n" + "Xem [hướng dẫn]({{link}}). ".repeat(40);
    var version = ContentExamples.version(Section.EMAIL, "Gửi {{recipient.name}}", body);
    long best = Long.MAX_VALUE;
    long length = 0;

    for (int round = 0; round < 6; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < 100_000; i++) {
        var values = new Values("Trần Văn " + i, "Trường <A>", "https://lantoa.vn/l/" + i);
        length += renderings.render(version, Section.EMAIL, values).html().length();
      }
      best = Math.min(best, System.nanoTime() - start);
    }

    System.out.printf("%,.0f e-mails/s (%,d characters)%n", 1e14 / best, length);
    assertThat(best).isLessThan(1_000_000_000L);
  }

  private Rendered render(Section section, String subject, String body) {
    return renderings.render(ContentExamples.version(section, subject, body), section, VALUES);
  }

  private static String nfd(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  private static List<String> tags(String html) {
    return Pattern.compile("<([a-z0-9]+)")
        .matcher(html)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  /// What a reader sees of one paragraph.
  private static String visible(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#61;", "=")
        .replace("&#43;", "+")
        .replace("&#64;", "@")
        .replace("&#96;", "`")
        .replace("&amp;", "&");
  }
}

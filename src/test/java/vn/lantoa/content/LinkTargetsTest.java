package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a text leads. The link of the item is `https://dichvucong.gov.vn`.
class LinkTargetsTest {

  @Test
  void aLinkIsFoundHoweverMarkdownWritesIt() {
    var body =
        """
        Mở [Cổng dịch vụ công](https://evil.example/a), [trang này][1] hoặc <https://evil.example/c>.
        Cũng ở https://evil.example/d và [**thư**](mailto:ai-do@evil.example).
        ![ảnh](https://evil.example/e)

        [1]: https://evil.example/b
        """;

    assertThat(addresses(Section.EMAIL, body))
        .containsExactly(
            "https://evil.example/a",
            "https://evil.example/b",
            "https://evil.example/c",
            "https://evil.example/d",
            "mailto:ai-do@evil.example",
            "https://evil.example/e");
    assertThat(addresses(Section.PORTAL, body)).hasSize(6);
  }

  @Test
  void plainWordsHoldWhatATelephoneMakesALinkOf() {
    assertThat(addresses(Section.SMS, "Vào evil.vn, (https://evil.example/a_(b)). -bit.ly/x?y=1!"))
        .containsExactly("evil.vn", "https://evil.example/a_(b)", "bit.ly/x?y=1");
    assertThat(addresses(Section.SOCIAL, "WWW.EVIL.COM;viết cho a@evil.vn."))
        .containsExactly("WWW.EVIL.COM", "a@evil.vn");
    assertThat(addresses(Section.EMAIL, "Vào evil.vn, `evil.com` hay <b>evil.net</b>"))
        .containsExactly("evil.vn", "evil.com", "evil.net");
    assertThat(addresses(Section.SMS, "Gọi 1022. TP.HCM, PGS.TS An v.v. nộp 7.500.000 đ @SoGDDT"))
        .isEmpty();
  }

  @Test
  void theSubjectLeadsSomewhereToo() {
    var version = ContentExamples.version(Section.EMAIL, "Vào evil.vn ngay", "Chào");

    assertThat(LinkTargets.of(version, Section.EMAIL))
        .extracting(LinkTarget::host)
        .contains("evil.vn");
    assertThat(LinkTargets.of(version, Section.SMS)).isEmpty();
  }

  @Test
  void theSameTargetIsNamedOnce() {
    var body =
        "[a](https://evil.example/) [b](https://evil.example) [evil.example/](https://evil.example)";

    assertThat(addresses(Section.EMAIL, body)).containsExactly("https://evil.example/");
  }

  @Test
  void thePlaceholderIsTheLinkOfTheItem() {
    for (var section : List.of(Section.SMS, Section.EMAIL)) {
      assertThat(of(section, "Vào {{link}}. {{unit.name}}"))
          .containsExactly(new LinkTarget("https://", "dichvucong.gov.vn", "", true, false));
    }
    assertThat(of(Section.EMAIL, "[Mở]({{link}})"))
        .extracting(LinkTarget::own)
        .containsExactly(true);
    assertThat(of(Section.SMS, "{{link}}.evil.example"))
        .containsExactly(
            new LinkTarget("https://", "dichvucong.gov.vn.evil.example", "", false, true));
    assertThat(addresses(Section.SMS, "https://evil.example/{{recipient.name}}"))
        .containsExactly("https://evil.example/{{recipient.name}}");
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example/a?b#c, evil.example",
    "https://dichvucong.gov.vn@evil.example/, evil.example",
    "https://dichvucong.gov.vn:x@evil.example:443/, evil.example",
    "https:evil.example, evil.example",
    "https:\\\\evil.example\\.gov.vn, evil.example",
    "//evil.example/.gov.vn, evil.example",
    "https://evil.example#.gov.vn, evil.example",
    "https://gov.vn.evil.example, gov.vn.evil.example",
    "https://dichvucong-gov.vn, dichvucong-gov.vn",
    "https://dichvucong.gov.vп, dichvucong.gov.vп",
    "https://dịchvucông.gov.vn, dịchvucông.gov.vn",
    "'mailto:a@evil.example,b@so.gov.vn', so.gov.vn",
    "/noi-dung, ''",
  })
  void aForeignHostIsSeenBehindAnyDisguise(String address, String host) {
    var target = LinkTarget.of(address, "");

    assertThat(target.host()).isEqualTo(host);
    assertThat(target.foreign()).isTrue();
    assertThat(target.before() + target.host() + target.after()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://dichvucong.gov.vn:8443/a@b",
        "DichVuCong.Gov.VN/x",
        "mailto:hotro@so.haiphong.gov.vn",
        "https://www.truong.example/thu"
      })
  void theStateAndTheHostOfTheItemAreFamiliar(String address) {
    assertThat(LinkTarget.of(address, "https://truong.example/").foreign()).isFalse();
  }

  /// Else whoever writes a text could vouch for its target.
  @Test
  void theLinkOfTheItemIsNotMeasuredByItself() {
    assertThat(LinkTarget.of("https://evil.example", "https://evil.example").foreign()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.", "a@", "https://", "[", "vn/)", "a.vn/(", "a.vn ", "[a](b.vn) ", "@a.vn"})
  void noTextTakesLong(String part) {
    var body = part.repeat(100_000 / part.length());

    assertTimeout(
        Duration.ofSeconds(10),
        () -> Stream.of(Section.SMS, Section.EMAIL).forEach(section -> of(section, body)));
  }

  private static List<LinkTarget> of(Section section, String body) {
    return LinkTargets.of(ContentExamples.version(section, "Thư", body), section);
  }

  private static List<String> addresses(Section section, String body) {
    return of(section, body).stream()
        .map(target -> target.before() + target.host() + target.after())
        .toList();
  }
}

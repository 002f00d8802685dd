package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.common.Finding;
import vn.lantoa.common.Finding.Severity;

class ContentLintTest {

  private static final ContentLint lint = ContentExamples.lint(() -> ContentExamples.NOW);

  @Test
  void findsNothingInAGoodFile() {
    assertThat(check(ContentExamples.markdown())).isEmpty();
  }

  /// An address, and marks of punctuation, after the host are none.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://vneid.gov.vn”",
        "https://vneid.gov.vn/@tin",
        "https://3g.vn/x",
        "https://a.vn…"
      })
  void isNoDisguise(String link) {
    assertThat(check(with("tại {{link}}", "tại " + link)))
        .noneMatch(finding -> finding.key().equals("content.link-disguised"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[dichvucong.gov.vn]({{link}})",
        "[www.vneid.gov.vn](https://vneid.gov.vn/huong-dan)",
        "[https://VNeID.gov.vn/](https://vneid.gov.vn)",
        "https://vneid.gov.vn/huong-dan.",
        "[hoi@xa.gov.vn](mailto:hoi@xa.gov.vn)",
        "[mẫu đơn.docx](https://xa.gov.vn/mau.docx)"
      })
  void leadsWhereItSays(String link) {
    assertThat(check(with("[hướng dẫn]({{link}})", link))).noneMatch(Finding::isError);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what is there | what stands there instead | line | what is found
        "topic: vneid                     | topic: khong-co                 | 4  | content.unknown-topic",
        "topic: vneid                     | topic: [vneid]                  | 4  | content.not-a-text",
        "topic: vneid                     | topik: vneid                    | 4  | content.unknown-key",
        "topic: vneid                     | topic:                          | 4  | content.empty-key",
        "giao-vien]                       | giam-doc]                       | 5  | content.unknown-audience",
        "[hoc-sinh-thpt, giao-vien]       | []                              | 5  | content.empty-key",
        "[hoc-sinh-thpt, giao-vien]       | giao-vien                       | 5  | content.audiences-no-list",
        "2026-01-01/2027-12-31            | 2026-01-01                      | 6  | content.bad-valid",
        "2026-01-01/2027-12-31            | 2026-02-30/2027-12-31           | 6  | content.bad-valid",
        "2026-01-01/2027-12-31            | 2027-12-31/2027-01-01           | 6  | content.valid-backwards",
        "2026-01-01/2027-12-31            | 2026-01-01/2026-11-20           | 6  | content.over",
        "id: vneid-dang-nhap              | id: VNeID                       | 2  | content.bad-id",
        "id: vneid-dang-nhap              | id: vneid                       | 2  | content.id-is-not-file-name",
        "title: Đăng nhập                 | title: Đăng {{link}} nhập       | 3  | content.placeholder-in-title",
        "link: https                      | link: http                      | 7  | content.bad-link",
        "link: https://dichvucong.gov.vn  | link: javascript:alert(1)       | 7  | content.bad-link",
        "link: https://dichvucong.gov.vn  | link: https://dichvucong.haiphong.gov.vn | 7 | content.link-closed",
        "link: https://dichvucong.gov.vn  | link:                           | 11 | content.link-missing",
        "tại {{link}}                     | tại {{lnk}}                     | 11 | content.unknown-placeholder",
        "tại {{link}}                     | tại {{ link }}                  | 11 | content.unknown-placeholder",
        "tại {{link}}                     | tại {{env:PATH}}                | 11 | content.unknown-placeholder",
        "tại {{link}}                     | tại {{link                      | 11 | content.loose-braces",
        "tại {{link}}                     | tại link}}                      | 11 | content.loose-braces",
        "tại {{link}}                     | tại http://vneid.gov.vn         | 11 | content.link-not-https",
        "link: https://dichvucong.gov.vn  | link: https://118.70.1.9/x      | 7  | content.link-disguised",
        "tại {{link}}                     | tại https://vneid.gov.vn@a.example/ | 11 | content.link-disguised",
        "tại {{link}}                     | tại https://118.70.1.9:8443/x   | 11 | content.link-disguised",
        "tại {{link}}                     | tại https://1249763844          | 11 | content.link-disguised",
        "tại {{link}}                     | tại https://vnеid.gov.vn        | 11 | content.link-disguised",
        "tại {{link}}                     | tại https://xn--vnid-ivd.gov.vn | 11 | content.link-disguised",
        "[hướng dẫn]({{link}})            | [x](https://a:b@c.vn/)          | 15 | content.link-disguised",
        "tại {{link}}                     | tại https://vneid.gov.vn%40a.example/ | 11 | content.link-disguised",
        "tại {{link}}                     | tại https://a.example\\.vneid.gov.vn | 11 | content.link-disguised",
        "[hướng dẫn]({{link}})            | [https://vneid.gov.vn](https://a.example/) | 15 | content.link-shows-another",
        "[hướng dẫn]({{link}})            | [vào **vneid.gov.vn** [1]](https://a.example/) | 15 | content.link-shows-another",
        "[hướng dẫn]({{link}})            | [vneid.gov.vn]({{link}})        | 15 | content.link-shows-another",
        "[hướng dẫn]({{link}}) hoặc {{link}} | `[vneid.gov.vn]\n\n[vneid.gov.vn]: https://a.example/` | 15 | content.link-shows-another",
        "[hướng dẫn]({{link}})            | [hoi@xa.gov.vn](mailto:x@a.example) | 15 | content.link-shows-another",
        "tại {{link}}                     | tại dichvucong.haiphong.gov.vn/ | 11 | content.link-closed",
        "tại {{link}}                     | tại https://DichVuCong.moet.gov.vn | 11 | content.link-closed",
        "Mời {{recipient.name}} đăng      | Mời {{recipient}} đăng          | 12 | content.unknown-placeholder",
        "[hướng dẫn]({{link}})            | [hướng dẫn](javascript:alert)   | 15 | content.link-target",
        "[hướng dẫn]({{link}})            | [hướng dẫn](trang-khac)         | 15 | content.link-target",
        "[hướng dẫn]({{link}})            | <data:text/html;base64,xx>      | 15 | content.link-target",
        "[hướng dẫn]({{link}})            | [x](https://a.vn/?n={{recipient.name}}) | 15 | content.placeholder-in-link",
        "[hướng dẫn]({{link}})            | ![hình](https://a.vn/x.png)     | 15 | content.image",
        "một lần: {{link}}                | {{recipient.name}} một lần      | 20 | content.placeholder-not-here",
        "Đây là chương trình              | Đây\u0007là chương trình        | 22 | content.control-character",
        "link: https://dichvucong.gov.vn  | link: \"https://dichvucong.gov.vn/\\x07\" | 7 | content.control-character",
        "source: Kế hoạch của Sở GDĐT, mục III.3 | source: \"Kế hoạch\\u202E\" | 8 | content.control-character",
        "Đây là chương trình              | Đây \u202Elà chương trình       | 22 | content.control-character",
        "## email: Mời {{recipient.name}} đăng nhập bằng VNeID | ## email | 12 | content.subject-empty",
        "## portal                        | ## trang                        | 23 | content.unknown-section",
      })
  void refuses(String old, String replacement, int line, String key) {
    assertThat(check(with(old, replacement)))
        .filteredOn(Finding::isError)
        .extracting(Finding::line, Finding::key)
        .contains(tuple(line, key));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2026-01-01/2027-12-31 | 2026-01-01/2026-12-20              | 6  | content.ends-soon",
        "2026-01-01/2027-12-31 | 2026-01-01/2026-11-21              | 6  | content.ends-soon",
        "source: Kế hoạch của Sở GDĐT, mục III.3 | source:                            | 1  | content.source-missing",
        "[hoc-sinh-thpt, giao  | [giao-vien, giao                   | 5  | content.audience-twice",
        "Đăng nhập một lần     | Mang sổ Hộ  khẩu                   | 20 | content.outdated",
        "Đăng nhập một lần     | UBND quận Lê Chân                  | 20 | content.outdated",
        "Đăng nhập một lần     | Phòng GD&ĐT                        | 20 | content.outdated",
        "Đăng nhập một lần     | **Đăng nhập**                      | 20 | content.markup-in-plain",
        "Kính chào quý vị      | Vào dichvucong.gov.vn              | 22 | content.radio-url",
      })
  void warnsOf(String old, String replacement, int line, String key) {
    var findings = check(with(old, replacement.isEmpty() ? " " : replacement));

    assertThat(findings)
        .anySatisfy(finding -> {
          assertThat(finding.key()).isEqualTo(key);
          assertThat(finding.line()).isEqualTo(line);
          assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
    assertThat(findings).noneMatch(Finding::isError);
  }

  @Test
  void aTextOfNothingButPlaceholdersIsRefused() {
    assertThat(check(with("[hướng dẫn]({{link}})", "{{link}} ".repeat(101))))
        .extracting(Finding::line, Finding::key)
        .contains(tuple(15, "content.placeholders-many"));
    assertThat(check(with("[hướng dẫn]({{link}})", "{{link}} ".repeat(90))))
        .noneMatch(Finding::isError);
  }

  @Test
  void anAddressNobodyNeedsIsRefused() {
    var text = with("[hướng dẫn]({{link}})", "[x](https://vneid.gov.vn/" + "b".repeat(2_000) + ")");

    assertThat(check(text))
        .extracting(Finding::line, Finding::key)
        .contains(tuple(15, "content.link-too-long"));
  }

  @Test
  void anItemHasOnlyTheRenditionsItNeeds() {
    var whole = ContentExamples.markdown();

    assertThat(check(whole.substring(0, whole.indexOf("## email")))).isEmpty();
    assertThat(keys(whole.substring(0, whole.indexOf("## sms"))))
        .containsExactly("content.no-section");
  }

  @Test
  void missesAKeyAndDoesNotKnowASection() {
    var findings = check(with("## radio", "## radyo").replace("topic: vneid\n", ""));

    assertThat(findings)
        .extracting(Finding::key)
        .contains("content.missing-key", "content.unknown-section");
  }

  @Test
  void findsAnEmptySection() {
    var findings = check(with("Kính chào quý vị. Đây là chương trình của {{unit.name}}.", " "));

    assertThat(findings)
        .containsExactly(Finding.error("vneid-dang-nhap.md", 21, "content.empty-section", "radio"));
  }

  @Test
  void measuresTheSmsAsItWillBeSent() {
    // With the sample values the text is 85 characters longer, and Vietnamese.
    assertThat(keys(sms("ế".repeat(40)))).isEmpty();
    assertThat(keys(sms("ế".repeat(60)))).containsExactly("content.sms-long");
    assertThat(keys(sms("ế".repeat(190)))).containsExactly("content.sms-too-long");
    assertThat(check(sms("ế".repeat(60)))).noneMatch(Finding::isError);
  }

  @Test
  void warnsOfTextsTooLongForTheirChannel() {
    assertThat(keys(with("#ChuyenDoiSo", "a".repeat(2000)))).containsExactly("content.social-long");
    assertThat(keys(with("Kính chào quý vị.", "la ".repeat(260))))
        .containsExactly("content.radio-long");
    assertThat(keys(with("title: Đăng nhập bằng VNeID", "title: " + "ă".repeat(121))))
        .containsExactly("content.title-too-long");
  }

  @Test
  void leavesTheSinglePortalAndThePastInTheSourceAlone() {
    var markdown =
        with("mục III.3", "Phòng Giáo dục, UBND huyện Cát Hải")
            .replace("tại {{link}}", "tại dichvucong.gov.vn.");

    assertThat(check(markdown)).isEmpty();
  }

  @Test
  void showsAllMistakesAtOnceInFileOrder() {
    var findings =
        check(
            ContentExamples.markdown()
                .replace("vneid\n", "khac-nua\n")
                .replace("tại {{link}}", "tại {{x}}")
                .replace("một lần: {{link}}", "{{y}}"));

    assertThat(findings).extracting(Finding::line).isSorted().hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void survivesWhateverIsThrownAtIt() {
    var random = new Random(20261010);
    var base = ContentExamples.markdown();
    for (int i = 0; i < 3000; i++) {
      var mutated = new StringBuilder(base);
      for (int n = 0; n < 1 + random.nextInt(4); n++) {
        int at = random.nextInt(mutated.length());
        int end = Math.min(mutated.length(), at + random.nextInt(20));
        var piece = "---\n|## |{{|}}|\u0000|\r|: |[|&a|*a|\t|\uD800|e\u0301|](".split("\\|", -1);
        mutated.replace(at, end, piece[random.nextInt(piece.length)]);
      }

      var findings = check(mutated.toString());

      if (findings.stream().noneMatch(Finding::isError)) {
        assertThat(Draft.of(ContentFile.parse("vneid-dang-nhap.md", mutated.toString())).hash())
            .hasSize(64);
      }
    }
  }

  private List<Finding> check(String markdown) {
    return lint.check(ContentFile.parse("vneid-dang-nhap.md", markdown));
  }

  private List<String> keys(String markdown) {
    return check(markdown).stream().map(Finding::key).toList();
  }

  private static String sms(String text) {
    return with("đăng nhập bằng VNeID tại", text);
  }

  /// Each once took seconds of a processor, or all of the stack. What is longer is not read at all.
  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "[",
        "![",
        "](",
        "[x](",
        "<a:",
        "<",
        ">",
        "{{",
        "&",
        "#",
        "**",
        "a.",
        "a.a-",
        "a ",
        " ",
        "\n",
        "\u00A0",
        "\u0323\u0301",
        "https://",
        "https://[",
        "https://a.",
        "https://a@",
        "mailto:",
        "dichvucong.a.",
        "www.",
        "> ",
        "- ",
        "`",
        "*a ",
        "_",
        "~",
        "\\",
        "[a]: ",
        "|",
        "(",
        "[](",
        "1. ",
        "a\u0301"
      })
  void readsATextOfNothingButBeginningsOnce(String beginning) {
    int most = 20_000 / beginning.length();
    for (var section :
        List.of("## sms\n", "## social\n", "## radio\n", "## portal\n", "## email: Mời\n")) {
      var text =
          ContentExamples.markdown()
              .lines()
              .takeWhile(line -> !line.startsWith("## "))
              .collect(Collectors.joining("\n"));
      assertThat(
              lint.check(ContentFile.parse("x.md", text + "\n" + section + beginning.repeat(most))))
          .isNotNull();
    }
    assertThat(check(ContentExamples.markdown() + beginning.repeat(60_000)))
        .extracting(Finding::key)
        .contains("content.too-long");
  }

  private static String with(String old, String replacement) {
    assertThat(ContentExamples.markdown()).contains(old);
    return ContentExamples.markdown().replace(old, replacement);
  }
}

package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lantoa.common.Finding;

class ContentFileTest {

  @Test
  void readsHeaderAndSections() {
    var file = ContentFile.parse("vneid-dang-nhap.md", ContentExamples.markdown());

    assertThat(file.findings()).isEmpty();
    assertThat(file.fieldText("id")).isEqualTo("vneid-dang-nhap");
    assertThat(file.header().get("audiences").items()).hasSize(2);
    assertThat(file.renditions()).containsOnlyKeys(Section.values());
    assertThat(file.renditions().get(Section.EMAIL).subject())
        .isEqualTo("Mời {{recipient.name}} đăng nhập bằng VNeID");
    assertThat(file.parts().get(Section.SMS).line()).isEqualTo(10);
    assertThat(file.parts().get(Section.SMS).bodyLine()).isEqualTo(11);
    assertThat(file.renditions().get(Section.PORTAL).body()).startsWith("### Đăng nhập\n\n1. Vào");
  }

  @Test
  void takesWindowsLineEndsAndByteOrderMarkAsTheSameText() {
    var unix = ContentExamples.markdown();
    var windows = "\uFEFF" + unix.replace("\n", "\r\n");

    var file = ContentFile.parse("vneid-dang-nhap.md", windows);

    assertThat(file.findings()).isEmpty();
    assertThat(Draft.of(file).hash())
        .isEqualTo(Draft.of(ContentFile.parse("vneid-dang-nhap.md", unix)).hash());
  }

  @Test
  void composesDecomposedTextAndSaysSo() {
    var decomposed = Normalizer.normalize(ContentExamples.markdown(), Normalizer.Form.NFD);

    var file = ContentFile.parse("vneid-dang-nhap.md", decomposed);

    assertThat(file.findings())
        .containsExactly(Finding.warning("vneid-dang-nhap.md", 3, "content.not-nfc"));
    assertThat(file.text()).isEqualTo(ContentExamples.markdown());
  }

  @Test
  void saysOnWhichLineTheYamlIsBroken() {
    assertThat(broken("title: Đăng nhập bằng VNeID", "title: [a, b"))
        .extracting(Finding::key)
        .containsExactly("config.no-yaml");
    assertThat(broken("title: Đăng nhập bằng VNeID", "title: \"\\UFFFFFFFF\""))
        .extracting(Finding::key)
        .containsExactly("config.no-yaml");
    assertThat(broken("topic: vneid", "topic: vneid: hai"))
        .extracting(Finding::line, Finding::key)
        .containsExactly(tuple(4, "config.no-yaml"));
    assertThat(broken("topic: vneid", "title: hai"))
        .extracting(Finding::line, Finding::key)
        .containsExactly(tuple(4, "config.duplicate-key"));
    assertThat(broken("topic: vneid", "topic: &a vneid\nx: *a"))
        .extracting(Finding::line, Finding::key)
        .containsExactly(tuple(5, "config.alias"));
    assertThat(broken("topic: vneid", "topic: " + "[".repeat(100_000)))
        .hasSize(1)
        .allMatch(Finding::isError);
  }

  @Test
  void findsFrontMatterThatIsNotWhole() {
    assertThat(keys("chào")).containsExactly("content.front-matter-missing");
    assertThat(keys("")).containsExactly("content.front-matter-missing");
    assertThat(keys("---\nid: a\n")).containsExactly("content.front-matter-open");
    assertThat(keys("---\n---\n")).containsExactly("config.empty");
    assertThat(keys("---\nchào\n---\n")).containsExactly("config.not-a-mapping");
  }

  @Test
  void findsSectionsThatAreNotRight() {
    var markdown =
        """
        ---
        id: a
        ---

        lạc
        ## sms
        một
        ## sms
        hai
        ## fax
        ba
        ## radio: Tên
        bốn
        """;

    var findings = ContentFile.parse("a.md", markdown).findings();

    assertThat(findings)
        .extracting(Finding::line, Finding::key)
        .containsExactly(
            tuple(5, "content.text-before-section"),
            tuple(8, "content.duplicate-section"),
            tuple(10, "content.unknown-section"),
            tuple(12, "content.subject-not-here"));
  }

  @Test
  void keepsLowerHeadingsInTheBody() {
    var file = ContentFile.parse("a.md", "---\nid: a\n---\n## portal\n### Một\n#hai\n\n");

    assertThat(file.renditions().get(Section.PORTAL).body()).isEqualTo("### Một\n#hai");
  }

  @Test
  void hashesAllThatAnApproverSees() {
    var hash = hash(ContentExamples.markdown());

    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(hash(with("## sms\n", "## sms\n\n\n"))).isEqualTo(hash);
    assertThat(hash(with("[hoc-sinh-thpt, giao-vien]", "[giao-vien, hoc-sinh-thpt]")))
        .isEqualTo(hash);
    assertThat(
            List.of(
                hash(with("topic: vneid", "topic: huong-dan")),
                hash(with("2027-12-31", "2028-12-31")),
                hash(with("2026-01-01", "2026-01-02")),
                hash(with("mục III.3", "mục IV")),
                hash(with(", giao-vien]", "]")),
                hash(with("title: Đăng", "title: đăng")),
                hash(with("link: https://dichvucong.gov.vn", "link: https://vneid.gov.vn")),
                hash(with("Mời {{recipient.name}} ", "Mời ")),
                hash(with("Chọn VNeID", "Chọn VNeID."))))
        .doesNotContain(hash)
        .doesNotHaveDuplicates();
  }

  /// The approvals in every database rest on these values: a change of a form would void them all.
  @Test
  void neverChangesTheFormOfTheHashes() {
    var draft = Draft.of(ContentFile.parse("vneid-dang-nhap.md", ContentExamples.markdown()));

    assertThat(draft.wordsHash())
        .isEqualTo("ceb3d5a51b696cb4c1cefbd1a5bcee9771f66736b34ecd51abe0b4ca64459eb0");
    assertThat(draft.hash())
        .isEqualTo("3205819345a00aa9dee3e8bea76695f354dbeb05fa3cbfd6e88ad79f64db8ac6");
  }

  private static String hash(String markdown) {
    return Draft.of(ContentFile.parse("vneid-dang-nhap.md", markdown)).hash();
  }

  private static String with(String old, String replacement) {
    assertThat(ContentExamples.markdown()).contains(old);
    return ContentExamples.markdown().replace(old, replacement);
  }

  private static List<Finding> broken(String old, String replacement) {
    return ContentFile.parse("vneid-dang-nhap.md", with(old, replacement)).findings();
  }

  private static List<String> keys(String markdown) {
    return ContentFile.parse("a.md", markdown).findings().stream().map(Finding::key).toList();
  }
}

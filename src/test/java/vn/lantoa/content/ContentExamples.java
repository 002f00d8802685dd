package vn.lantoa.content;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.content.ContentVersion.Rendition;

/// Content for tests: a whole file, and single texts.
public final class ContentExamples {

  public static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

  private ContentExamples() {}

  /// A file with nothing to find in it.
  public static String markdown() {
    return markdown("vneid-dang-nhap");
  }

  public static String markdown(String id) {
    return """
    ---
    id: %s
    title: Đăng nhập bằng VNeID
    topic: vneid
    audiences: [hoc-sinh-thpt, giao-vien]
    valid: 2026-01-01/2027-12-31
    link: https://dichvucong.gov.vn
    source: Kế hoạch của Sở GDĐT, mục III.3
    ---
    ## sms
    {{unit.name}}: đăng nhập bằng VNeID tại {{link}}
    ## email: Mời {{recipient.name}} đăng nhập bằng VNeID
    Kính gửi **{{recipient.name}}**,

    Xem [hướng dẫn]({{link}}) hoặc {{link}}

    Trân trọng,
    {{unit.name}}
    ## social
    Đăng nhập một lần: {{link}} #ChuyenDoiSo
    ## radio
    Kính chào quý vị. Đây là chương trình của {{unit.name}}.
    ## portal
    ### Đăng nhập

    1. Vào [Cổng Dịch vụ công quốc gia]({{link}})
    2. Chọn VNeID
    """
        .formatted(id);
  }

  /// A version with one section.
  public static ContentVersion version(Section section, String subject, String body) {
    return version(Map.of(section, new Rendition(subject, body)));
  }

  static ContentVersion version(Map<Section, Rendition> renditions) {
    return new ContentVersion(
        "vneid-dang-nhap",
        "0".repeat(64),
        1,
        "Đăng nhập bằng VNeID",
        "vneid",
        List.of("giao-vien"),
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2027, 12, 31),
        "https://dichvucong.gov.vn",
        "",
        new EnumMap<>(renditions),
        "",
        null,
        "Lan Tỏa",
        NOW);
  }

  /// As the program lints: with the project's own words and rules.
  static ContentLint lint(InstantSource time) {
    return new ContentLint(
        ContentConfig.vocabulary(Path.of("config/vocabulary.yaml")),
        LintRules.read(Path.of("config/lint.yaml")),
        time);
  }
}

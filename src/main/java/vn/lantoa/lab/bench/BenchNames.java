package vn.lantoa.lab.bench;

/// Names as a Vietnamese list has them: two in five people are called Nguyễn, and few share a whole
/// name.
final class BenchNames {

  private static final String[] FAMILY = {
    "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm",
    "Hoàng", "Đặng", "Vũ", "Kiều"
  };
  private static final String[] MIDDLE = {
    "Thị",
    "Văn",
    "Minh",
    "Thu",
    "Đức",
    "Ngọc",
    "Quang",
    "Thị Ngọc",
    "Thị Thu",
    "Hữu",
    "Xuân",
    "Diễm",
    "Bảo",
    "Thanh",
    "Kim",
    "Gia"
  };
  private static final String[] GIVEN = {
    "Thảo", "Hùng", "Lan", "Phương", "Tuấn", "Hạnh", "Dũng", "Yến", "Khánh", "Ánh", "Bình", "Trinh",
    "Nguyệt", "Đạt", "Ước", "Quỳnh", "Nhữ", "Khuê", "Mỹ", "Oanh", "Thuỷ", "Vỹ", "Sáng", "Hoè",
    "Nghĩa", "Chiến", "Lượng", "Thục", "Uyên", "Trường", "Phúc"
  };

  private BenchNames() {}

  /// The lengths share no divisor, so every combination comes before any comes again.
  static String of(int i) {
    return FAMILY[i % FAMILY.length]
        + " "
        + MIDDLE[i % MIDDLE.length]
        + " "
        + GIVEN[i % GIVEN.length];
  }
}

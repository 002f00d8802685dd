package vn.lantoa.lab.bench;

/// What the benches send.
final class BenchText {

  /// A letter whose text and HTML together are about the 2 KB the other two runs send.
  static final String MARKDOWN =
      """
      ---
      id: bench
      title: Đăng nhập bằng VNeID
      topic: vneid
      audiences: [phu-huynh]
      valid: 2026-01-01/2099-12-31
      link: https://dichvucong.gov.vn
      source: Kế hoạch của Sở, mục III.3
      ---
      ## sms
      {{recipient.name}}: nộp hồ sơ trực tuyến tại {{link}}
      ## email: Mời {{recipient.name}} dùng dịch vụ công trực tuyến
      Kính gửi **{{recipient.name}}**,

      Từ tháng này, anh chị có thể nộp hồ sơ tại [Cổng Dịch vụ công quốc gia]({{link}}) mà không phải đến trụ sở.
      Đăng nhập bằng tài khoản VNeID mức 2, chọn thủ tục, điền tờ khai và nộp lệ phí ngay trên máy.

      1. Mở {{link}} và bấm Đăng nhập
      2. Xác nhận trên ứng dụng VNeID
      3. Chọn thủ tục và làm theo hướng dẫn

      Cần giúp đỡ, xin gọi Tổ công nghệ số cộng đồng nơi mình ở.

      {{unit.name}}
      ## social
      Nộp hồ sơ trực tuyến tại {{link}}
      ## radio
      Kính chào quý vị. Mời quý vị nộp hồ sơ trực tuyến.
      ## portal
      Nộp hồ sơ trực tuyến tại {{link}}
      """;

  private BenchText() {}
}

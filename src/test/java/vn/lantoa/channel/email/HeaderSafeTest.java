package vn.lantoa.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderSafeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\rBcc: x@evil.example",
        "a\nBcc: x@evil.example",
        "a\r\nBcc: x@evil.example",
        "a\r\n Bcc: x@evil.example",
        "a\0b",
        "a\u2028Bcc: x",
        "a\u2029Bcc: x",
        "a\u0085Bcc: x",
        "a\u000bBcc: x",
        "\n"
      })
  void refusesWhatCouldEndAHeader(String value) {
    assertThatThrownBy(() -> HeaderSafe.check("Subject", value))
        .isInstanceOf(HeaderSafe.UnsafeHeader.class)
        .hasMessageNotContaining("evil");
  }

  @Test
  void letsVietnameseThrough() {
    var text = "Ngày Chuyển đổi số quốc gia: “nhanh hơn – gần dân hơn” 🎉";

    assertThat(HeaderSafe.check("Subject", text)).isSameAs(text);
  }
}

package vn.lantoa.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedPageTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/luot-gui", "/luot-gui?q=lan%20anh&trang=2", "/noi-dung/a-1?ban=x"})
  void leadsToPagesOfThisServer(String page) {
    assertThat(WantedPage.isLocal(page)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "luot-gui",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/x\r\nSet-Cookie: a=b",
        "/\t/evil.example",
        "/x\\y",
        " /x",
        "/x y"
      })
  void leadsNowhereElse(String page) {
    assertThat(WantedPage.isLocal(page)).isFalse();
    assertThat(WantedPage.isLocal("/" + "x".repeat(1_000))).isFalse();
  }
}

package vn.lantoa.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlNodeTest {

  /// The library reads a thousand characters at a time, and an emoji is two of them.
  @ParameterizedTest
  @ValueSource(ints = {508, 509, 1_016, 1_500, 20_000})
  void anEmojiMayStandAnywhere(int before) {
    var title = "👨".repeat(before);

    for (var text : new String[] {"t: \"" + title + "\"\n", "tt: \"" + title + "\"\n"}) {
      assertThat(YamlNode.parse("x.yaml", text, 1).value().toString()).contains(title);
    }
  }
}

package vn.lantoa.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.common.FaultyFile;
import vn.lantoa.common.Finding;

class ContentConfigTest {

  @TempDir Path dir;

  @Test
  void theFilesOfTheProjectAreRight() {
    assertThat(ContentConfig.check(Path.of("config"))).isEmpty();
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThat(ContentConfig.check(dir))
        .extracting(Finding::key)
        .containsExactly("config.cannot-be-read", "config.cannot-be-read");
    assertThatThrownBy(() -> ContentConfig.vocabulary(Path.of("config/none.yaml")))
        .isInstanceOf(FaultyFile.class)
        .hasMessage("config/none.yaml: cannot be read");
  }

  @Test
  void saysWhichLineIsWrong() throws IOException {
    var file = dir.resolve("vocabulary.yaml");
    Files.writeString(
        file,
        """
        topics:
          vneid: {vi: VNeID, en: VNeID}
          khac: {vi: Khác, fr: Autre}
        audiences: {}
        """);

    assertThatThrownBy(() -> ContentConfig.vocabulary(file))
        .isInstanceOf(FaultyFile.class)
        .hasMessageEndingWith("vocabulary.yaml:3: unknown key: fr");
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws IOException {
    var file = dir.resolve("lint.yaml");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xC3, '\n'});

    assertThatThrownBy(() -> LintRules.read(file)).hasMessageEndingWith("lint.yaml: not utf 8");
  }
}

package vn.lantoa.console.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.org.OrgUnit;
import vn.lantoa.testing.SourceFile;

/// What kinds of units are called is said once, or two pages call one unit by two names.
class UnitKindWordsTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Set<String> KINDS =
      Arrays.stream(OrgUnit.Kind.values()).map(Enum::name).collect(Collectors.toSet());

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyKindHasItsNameInOneListOnly(String language) {
    var bundles = bundles(language);

    // One kind may share its name with something else, as the role of a school does; two do not.
    var lists =
        bundles.stream()
            .flatMap(bundle -> bundle.stringPropertyNames().stream())
            .filter(key -> KINDS.contains(key.substring(key.lastIndexOf('.') + 1)))
            .collect(Collectors.groupingBy(key -> key.substring(0, key.lastIndexOf('.'))));
    lists.values().removeIf(keys -> keys.size() < 2);

    assertThat(lists).containsOnlyKeys("unit-kind");
    assertThat(lists.get("unit-kind")).hasSize(KINDS.size());
  }

  @Test
  void namesWhatThereIsSinceTheDistrictsAreGone() {
    assertThat(bundles("vi"))
        .extracting(bundle -> bundle.getProperty("unit-kind.COMMUNE"))
        .contains("Xã, phường, đặc khu");
  }

  private static List<Properties> bundles(String language) {
    return SourceFile.below(MESSAGES, "_" + language + ".properties").stream()
        .map(UnitKindWordsTest::read)
        .toList();
  }

  private static Properties read(SourceFile file) {
    var bundle = new Properties();
    try {
      bundle.load(new StringReader(file.text()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle;
  }
}

package vn.lantoa.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every library is the very file that somebody took.
class PinnedLibrariesTest {

  private static final PinnedLibraries PINNED = new PinnedLibraries(Map.of("a:b:1", "aa"));

  @Test
  void noLibraryIsAnotherFile() throws IOException {
    var bill = BillOfMaterials.digests();

    assertThat(bill.values()).hasSizeGreaterThan(100).allMatch(one -> one.matches("[0-9a-f]{64}"));
    assertThat(PinnedLibraries.read().objections(bill)).isEmpty();
  }

  @Test
  void seesAnotherFile() {
    assertThat(PINNED.objections(Map.of("a:b:1", "bb")))
        .singleElement()
        .asString()
        .contains("a:b:1 IS ANOTHER FILE");
  }

  @Test
  void seesWhatCameAndWent() {
    assertThat(PINNED.objections(Map.of("a:b:2", "aa")))
        .anyMatch(said -> said.startsWith("a:b:2 is new"))
        .anyMatch(said -> said.startsWith("a:b:1 has gone"))
        .hasSize(2);
  }

  @Test
  void writesWhatItReads(@TempDir Path folder) throws IOException {
    var file = folder.resolve("libraries.sha256");
    Files.writeString(file, "# What this is.\nold  c:d:1\n");

    PinnedLibraries.write(file, Map.of("b:b:1", "bb", "a:b:1", "aa"));

    assertThat(file).hasContent("# What this is.\naa  a:b:1\nbb  b:b:1\n");
  }
}

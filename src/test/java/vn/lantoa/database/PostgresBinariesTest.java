package vn.lantoa.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

  @TempDir private Path folder;

  @Test
  void areUnpackedOnceAlsoWhenTwoWantThemAndAnEarlierStartWasKilled() throws Exception {
    Files.createDirectories(folder.resolve("unpacking123").resolve("bin"));
    var programs = folder.resolve("programs");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> PostgresBinaries.in(programs));
      var second = threads.submit(() -> PostgresBinaries.in(programs));
      assertThat(first.get()).isEqualTo(second.get());
    }

    assertThat(Path.of(PostgresBinaries.in(programs).program("postgres"))).isExecutable();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("programs", "programs.lock");
  }
}

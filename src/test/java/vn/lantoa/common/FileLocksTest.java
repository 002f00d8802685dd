package vn.lantoa.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {

  @TempDir private Path folder;

  @Test
  void whatAnotherThreadHoldsIsHeld() throws Exception {
    var file = folder.resolve("lock");
    try (var one = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var two = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var held = FileLocks.tryLock(one);
      assertThat(held).isNotNull();
      assertThat(FileLocks.tryLock(two)).isNull();

      held.close();
      try (var free = FileLocks.tryLock(two)) {
        assertThat(free).isNotNull();
      }
    }
  }
}
